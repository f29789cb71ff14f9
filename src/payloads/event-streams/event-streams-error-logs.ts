import { debuggerPayload } from '../account/groups/debugger-payload.js';
import { jsonText, oneOf, openEnum, optional, sid, text, timestamp } from '../schema/fields.js';
import type { PayloadOf } from '../schema/form.js';
import type { PayloadSchema } from '../schema/schema.js';
import { cloudEvent } from './cloud-event.js';
import { eventData } from './event-data.js';
import type { envelopeParameters } from './groups/envelope.js';

const data = {
  /** The entry: `NO…`. */
  sid: sid('NO'),
  /** The account or subaccount in which it happened: `AC…`. */
  account_sid: optional(sid('AC')),
  /** The account above it; the account itself where there is none. */
  master_account_sid: optional(sid('AC')),
  /** When it was written, in UTC. */
  date_created: optional(timestamp('iso8601')),
  /** How bad it is. */
  level: optional(openEnum('ERROR', 'WARNING', 'INFO', 'NOTICE', 'DEBUG')),
  /** Twilio's number of the error, such as `11200`: text, unlike in status callbacks. */
  error_code: optional(text()),
  /** The product in which it happened, such as `Programmable Voice`. */
  product_name: optional(text()),
  /** The request to Twilio's API that it happened in. */
  request_sid: optional(sid('RQ')),
  /** The service involved. */
  service_sid: optional(text()),
  /** The call, message or other thing that it happened to. */
  correlation_sid: optional(text()),
  /** What is known of it: JSON in text, and left as text where it is none. */
  payload: optional(jsonText(debuggerPayload)),
};

/** The data of an entry in the log of the debugger. */
export interface EventStreamsErrorLogData extends PayloadOf<typeof data> {}

const parameters = {
  /** The only type. */
  type: oneOf('com.twilio.error-logs.error.logged'),
  /** The entry. */
  data: eventData<EventStreamsErrorLogData>(data),
};

/** Twilio wrote an entry into the log of the debugger. */
export interface EventStreamsErrorLogs extends PayloadOf<typeof envelopeParameters & typeof parameters> {}

/** Delivered to sinks that subscribe to it: notes too, unlike the debugger's webhook. Answer with any 2xx. */
export const EventStreamsErrorLogs: PayloadSchema<EventStreamsErrorLogs, 'event-streams.error-logs', 'nothing'> = cloudEvent({
  kind: 'event-streams.error-logs',
  title: 'Debugger log entry',
  parameters,
});
