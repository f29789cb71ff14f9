import { oneOf, openEnum, optional, sid, text, timestamp } from '../schema/fields.js';
import type { PayloadOf } from '../schema/form.js';
import { jsonBoolean, jsonNumber } from '../schema/json-fields.js';
import type { PayloadSchema } from '../schema/schema.js';
import { cloudEvent } from './cloud-event.js';
import { eventData } from './event-data.js';
import type { envelopeParameters } from './groups/envelope.js';

const data = {
  /** The account that called: `AC…`. */
  account_sid: optional(sid('AC')),
  /** The workspace that was called about: `WS…`. */
  namespace: optional(sid('WS')),
  /** What was called, such as `TaskQueueStatistics-List`. */
  resource_key: text(),
  /** The product whose API was called. */
  product: optional(openEnum('taskrouter')),
  /** Whether the limit is the one that everybody has. */
  is_default: optional(jsonBoolean()),
  /** Whether a call was refused. */
  rate_limited: optional(jsonBoolean()),
  /** Calls a second. */
  current_rate: optional(jsonNumber()),
  /** Calls a second that are allowed. */
  rate_limit: optional(jsonNumber()),
  /** The call that was counted: `RQ…`. */
  request_sid: optional(sid('RQ')),
  /** When it was counted, in UTC. */
  timestamp: optional(timestamp('iso8601')),
};

/** The data of an event about the rate of calls to an API. */
export interface EventStreamsRateLimitData extends PayloadOf<typeof data> {}

const parameters = {
  /** The only type. */
  type: oneOf('com.twilio.apiusage.taskrouter.ratelimits'),
  /** The rate. */
  data: eventData<EventStreamsRateLimitData>(data),
};

/** Twilio counted how often you call TaskRouter's REST API. */
export interface EventStreamsTaskRouterRatelimit extends PayloadOf<typeof envelopeParameters & typeof parameters> {}

/** Delivered to sinks that subscribe to it; several events at once are an `EventStreamsRequest`. Answer with any 2xx. */
export const EventStreamsTaskRouterRatelimit: PayloadSchema<
  EventStreamsTaskRouterRatelimit,
  'event-streams.taskrouter.ratelimit',
  'nothing'
> = cloudEvent({
  kind: 'event-streams.taskrouter.ratelimit',
  title: 'TaskRouter API rate limit',
  parameters,
});
