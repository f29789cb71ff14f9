import { oneOf, optional, sid, text, timestamp } from '../schema/fields.js';
import type { PayloadOf } from '../schema/form.js';
import type { PayloadSchema } from '../schema/schema.js';
import { cloudEvent } from './cloud-event.js';
import { eventData } from './event-data.js';
import type { envelopeParameters } from './groups/envelope.js';

const data = {
  /** The call: `RQ…`. */
  request_sid: sid('RQ'),
  /** The account that was called about: `AC…`. */
  account_sid: optional(sid('AC')),
  /** When it was made: milliseconds since 1970, in text. */
  timestamp: optional(timestamp('epoch-milliseconds')),
  /** The IP address that it came from. */
  address: optional(text()),
  /** Its HTTP method. */
  action: optional(text()),
  /** Its path. */
  resource: optional(text()),
  /** How it was authenticated: `API Key`, `Auth Token` and so on. */
  authentication_method: optional(text()),
  /** The API key; absent for another authentication. */
  auth_sid: optional(sid('SK')),
};

/** The data of an event about a refused call of the REST API. */
export interface EventStreamsIpBlockedData extends PayloadOf<typeof data> {}

const parameters = {
  /** Whether the call was refused, or would have been: `dryrun` while the list is only tried. */
  type: oneOf('com.twilio.iam.ip.blocked', 'com.twilio.iam.ip.blocked.dryrun'),
  /** The call. */
  data: eventData<EventStreamsIpBlockedData>(data),
};

/** A call of the REST API came from an address that is not on your list. */
export interface EventStreamsIamIpBlocked extends PayloadOf<typeof envelopeParameters & typeof parameters> {}

/** Delivered to sinks that subscribe to it; several events at once are an `EventStreamsRequest`. Answer with any 2xx. */
export const EventStreamsIamIpBlocked: PayloadSchema<EventStreamsIamIpBlocked, 'event-streams.iam.ip-blocked', 'nothing'> = cloudEvent({
  kind: 'event-streams.iam.ip-blocked',
  title: 'IP blocked',
  parameters,
});
