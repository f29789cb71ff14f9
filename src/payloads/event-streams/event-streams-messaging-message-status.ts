import { integer, oneOf, openEnum, optional, sid, text, timestamp } from '../schema/fields.js';
import type { PayloadOf } from '../schema/form.js';
import { jsonNumber, jsonOrText, jsonRecord, jsonValue } from '../schema/json-fields.js';
import type { PayloadSchema } from '../schema/schema.js';
import { cloudEvent } from './cloud-event.js';
import { eventData } from './event-data.js';
import type { envelopeParameters } from './groups/envelope.js';

const data = {
  /** The message: `SM…` or `MM…`. */
  messageSid: sid('SM', 'MM'),
  /** The account that owns it: `AC…`. */
  accountSid: optional(sid('AC')),
  /** What became of it, in capitals, unlike in status callbacks. */
  messageStatus: optional(openEnum('QUEUED', 'SENT', 'DELIVERED', 'UNDELIVERED', 'FAILED', 'READ')),
  /** Who sent it: a number in E.164, a short code, an alphanumeric sender or a channel address; see `parseAddress`. */
  from: text(),
  /** Who it is for, in the same forms as `from`. */
  to: text(),
  /** When it happened, in UTC, to the nanosecond. */
  timestamp: optional(timestamp('iso8601')),
  /** The type of the event once more. */
  eventName: optional(text()),
  /** The version of the API as a date. */
  apiVersion: optional(openEnum('2010-04-01')),
  /** The Messaging Service that sent it; absent when none did. */
  messagingServiceSid: optional(sid('MG')),
  /** Twilio's error number; absent when nothing went wrong. Text in one sample of Twilio's, though its schema says number. */
  errorCode: optional(jsonOrText(jsonNumber(), integer())),
  /** The text of the message. */
  body: optional(text()),
  /** Where status callbacks go; the capital B is Twilio's. */
  statusCallBackUrl: optional(text()),
  /** The tags that you gave the message, by your own names. */
  tags: optional(jsonRecord(jsonValue())),
  /** The mobile country code of the recipient's network. */
  mcc: optional(text()),
  /** The mobile network code of the recipient's network. */
  mnc: optional(text()),
  /** When the carrier delivered it, as the carrier writes it: `YYMMDDhhmm`, while a sample of Twilio's has ISO 8601. */
  rawDlrDoneDate: optional(text()),
  /** How many segments it was sent in; of an incoming message that is `numSegments`. */
  numberOfSegments: optional(jsonNumber()),
  /** When the message last changed, in UTC. */
  dateUpdated: optional(timestamp('iso8601')),
};

/** The data of an event about a message that you sent. */
export interface EventStreamsMessageStatusData extends PayloadOf<typeof data> {}

const parameters = {
  /** What became of the message. `queued` can be subscribed to, but was not seen to come. */
  type: oneOf(
    'com.twilio.messaging.message.queued',
    'com.twilio.messaging.message.sent',
    'com.twilio.messaging.message.delivered',
    'com.twilio.messaging.message.undelivered',
    'com.twilio.messaging.message.failed',
    'com.twilio.messaging.message.read',
  ),
  /** The message and its status. */
  data: eventData<EventStreamsMessageStatusData>(data),
};

/** A message that you sent got further. */
export interface EventStreamsMessagingMessageStatus extends PayloadOf<typeof envelopeParameters & typeof parameters> {}

/** Delivered to sinks that subscribe to it; several events at once are an `EventStreamsRequest`. Answer with any 2xx. */
export const EventStreamsMessagingMessageStatus: PayloadSchema<
  EventStreamsMessagingMessageStatus,
  'event-streams.messaging.message-status',
  'nothing'
> = cloudEvent({
  kind: 'event-streams.messaging.message-status',
  title: 'Outbound message status',
  parameters,
});
