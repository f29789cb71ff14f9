import { integer, oneOf, openEnum, optional, sid, text, timestamp } from '../schema/fields.js';
import type { PayloadOf } from '../schema/form.js';
import { jsonBoolean, jsonNumber, jsonOrText, jsonRecord, jsonValue } from '../schema/json-fields.js';
import type { PayloadSchema } from '../schema/schema.js';
import { cloudEvent } from './cloud-event.js';
import { eventData } from './event-data.js';
import type { envelopeParameters } from './groups/envelope.js';

const data = {
  /** The attempt to send a code: `VL…`. */
  attempt_sid: sid('VL'),
  /** The verification: `VE…`. */
  verification_sid: optional(sid('VE')),
  /** The account that owns the service: `AC…`. */
  account_sid: optional(sid('AC')),
  /** The Verify service: `VA…`. */
  service_sid: optional(sid('VA')),
  /** When it happened, in UTC. */
  created_at: optional(timestamp('iso8601')),
  /** What became of the message, in capitals. Who subscribed since April 2026 hears of `SENT` alone. */
  message_status: optional(openEnum('DELIVERED', 'UNDELIVERED', 'SENT', 'READ', 'FAILED')),
  /** The channel, in capitals. */
  channel: optional(openEnum('SMS', 'CALL', 'EMAIL', 'WHATSAPP', 'SNA')),
  /** Who the message is for: a number in E.164. */
  to: optional(text()),
  /** Twilio's error number as text; empty when nothing went wrong, absent for who subscribed since April 2026. */
  error_code: optional(text()),
  /** Whether another channel is tried when this one fails. */
  has_fallback: optional(jsonBoolean()),
  /** Whether it was sent because another channel failed. */
  is_fallback: optional(jsonBoolean()),
  /** The mobile country code of the recipient's network. */
  mcc: optional(text()),
  /** The mobile network code of the recipient's network. */
  mnc: optional(text()),
  /** How many segments it was sent in; a number, or the text of one. */
  number_segments: optional(jsonOrText(jsonNumber(), integer())),
  /** The tags that you gave the verification, by your own names; from version 2 of the schema on. */
  tags: optional(jsonRecord(jsonValue())),
};

/** The data of an event about a message with a code. */
export interface EventStreamsVerifyMessageData extends PayloadOf<typeof data> {}

const parameters = {
  /** What became of the message. */
  type: oneOf(
    'com.twilio.accountsecurity.verify.message.delivered',
    'com.twilio.accountsecurity.verify.message.failed',
    'com.twilio.accountsecurity.verify.message.read',
    'com.twilio.accountsecurity.verify.message.sent',
    'com.twilio.accountsecurity.verify.message.undelivered',
  ),
  /** The message. */
  data: eventData<EventStreamsVerifyMessageData>(data),
};

/** A message with a code got further. */
export interface EventStreamsVerifyMessage extends PayloadOf<typeof envelopeParameters & typeof parameters> {}

/** Delivered to sinks that subscribe to it; several events at once are an `EventStreamsRequest`. Answer with any 2xx. */
export const EventStreamsVerifyMessage: PayloadSchema<EventStreamsVerifyMessage, 'event-streams.verify.message', 'nothing'> = cloudEvent({
  kind: 'event-streams.verify.message',
  title: 'Verify message status',
  parameters,
});
