import { oneOf, optional, sid, text, timestamp } from '../schema/fields.js';
import type { PayloadOf } from '../schema/form.js';
import { jsonList, jsonNumber } from '../schema/json-fields.js';
import type { PayloadSchema } from '../schema/schema.js';
import { cloudEvent } from './cloud-event.js';
import { eventData } from './event-data.js';
import type { envelopeParameters } from './groups/envelope.js';

const data = {
  /** The message: `SM…` or `MM…`. */
  messageSid: sid('SM', 'MM'),
  /** The account that owns it. One recorded event lacks it. */
  accountSid: optional(sid('AC')),
  /** Who sent it: a number in E.164, a short code or a channel address; see `parseAddress`. */
  from: text(),
  /** Which of your numbers or senders received it. */
  to: text(),
  /** The text; absent or empty when there is only media. */
  body: optional(text()),
  /** How many files came with it; their URLs are in the REST API alone. */
  numMedia: optional(jsonNumber()),
  /** How many segments carried the text. */
  numSegments: optional(jsonNumber()),
  /** When it arrived, in UTC. */
  timestamp: optional(timestamp('iso8601')),
  /** The type of the event once more. */
  eventName: optional(text()),
  /** The other members of a group MMS; mostly empty. */
  recipients: optional(jsonList(text())),
  /** The Messaging Service that the receiving number belongs to; absent when to none. */
  messagingServiceSid: optional(sid('MG')),
  /** City of the sender's number; absent on channels, as all places. */
  fromCity: optional(text()),
  /** State or province of the sender's number. */
  fromState: optional(text()),
  /** Postal code of the sender's number. */
  fromZip: optional(text()),
  /** Country of the sender's number: ISO 3166, two letters. */
  fromCountry: optional(text()),
  /** City of the recipient's number. */
  toCity: optional(text()),
  /** State or province of the recipient's number. */
  toState: optional(text()),
  /** Postal code of the recipient's number. */
  toZip: optional(text()),
  /** Country of the recipient's number: ISO 3166, two letters. */
  toCountry: optional(text()),
};

/** The data of an event about an incoming message. */
export interface EventStreamsInboundMessageData extends PayloadOf<typeof data> {}

const parameters = {
  /** The only type. */
  type: oneOf('com.twilio.messaging.inbound-message.received'),
  /** The message. */
  data: eventData<EventStreamsInboundMessageData>(data),
};

/** A message reached one of your numbers or senders. */
export interface EventStreamsMessagingInboundMessage extends PayloadOf<typeof envelopeParameters & typeof parameters> {}

/** Delivered to sinks that subscribe to it; several events at once are an `EventStreamsRequest`. Answer with any 2xx. */
export const EventStreamsMessagingInboundMessage: PayloadSchema<
  EventStreamsMessagingInboundMessage,
  'event-streams.messaging.inbound-message',
  'nothing'
> = cloudEvent({
  kind: 'event-streams.messaging.inbound-message',
  title: 'Inbound message',
  parameters,
});
