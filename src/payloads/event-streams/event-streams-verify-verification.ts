import { oneOf, openEnum, optional, sid, text, timestamp } from '../schema/fields.js';
import type { PayloadOf } from '../schema/form.js';
import { jsonBoolean, jsonList, jsonNumber, jsonObject, jsonValue } from '../schema/json-fields.js';
import type { PayloadSchema } from '../schema/schema.js';
import { cloudEvent } from './cloud-event.js';
import { eventData } from './event-data.js';
import type { envelopeParameters } from './groups/envelope.js';

const attempt = {
  /** When it was made, in UTC. */
  time: optional(timestamp('iso8601')),
  /** The channel, in capitals. */
  channel: optional(openEnum('SMS', 'CALL', 'EMAIL', 'WHATSAPP', 'SNA')),
  /** The attempt: `VL…`. */
  attempt_sid: optional(sid('VL')),
  /** What became of the message that it sent. */
  delivery_status: optional(text()),
};

/** An attempt to send a code, or to check one. */
export interface EventStreamsVerifyAttempt extends PayloadOf<typeof attempt> {}

const attempts = {
  /** How many were made. */
  count: optional(jsonNumber()),
  /** Each of them, in turn. */
  attempts: optional(jsonList(jsonObject<EventStreamsVerifyAttempt>(attempt))),
};

/** The attempts to send a code. */
export interface EventStreamsVerifyAttempts extends PayloadOf<typeof attempts> {}

const data = {
  /** The verification: `VE…`. */
  verification_sid: sid('VE'),
  /** The account that owns the service: `AC…`. */
  account_sid: optional(sid('AC')),
  /** The Verify service: `VA…`. */
  service_sid: optional(sid('VA')),
  /** The name of the service. */
  friendly_name: optional(text()),
  /** Whether you gave the code yourself. */
  custom_code_enabled: optional(jsonBoolean()),
  /** The name that the message shows in place of the service's. */
  custom_friendly_name: optional(text()),
  /** When it was made, in UTC. */
  created_at: optional(timestamp('iso8601')),
  /** When the right code came, in UTC; absent unless it was approved. */
  verified_at: optional(timestamp('iso8601')),
  /** Who is verified: a number in E.164 or an e-mail address. */
  to: optional(text()),
  /** What became of it, in capitals. */
  verification_status: optional(openEnum('PENDING', 'APPROVED', 'CANCELED', 'EXPIRED', 'MAX_ATTEMPTS_REACHED')),
  /** Country of the number: ISO 3166, two letters. */
  country: optional(text()),
  /** How many digits the code has. */
  code_length: optional(jsonNumber()),
  /** The attempts to send a code. */
  send_code_attempts: optional(jsonObject<EventStreamsVerifyAttempts>(attempts)),
  /** The attempts to check a code; their form is not documented in full. */
  check_attempts: optional(jsonList(jsonValue())),
};

/** The data of an event about a verification. */
export interface EventStreamsVerifyVerificationData extends PayloadOf<typeof data> {}

const parameters = {
  /** What became of the verification. */
  type: oneOf(
    'com.twilio.accountsecurity.verify.verification.pending',
    'com.twilio.accountsecurity.verify.verification.approved',
    'com.twilio.accountsecurity.verify.verification.canceled',
    'com.twilio.accountsecurity.verify.verification.expired',
    'com.twilio.accountsecurity.verify.verification.max_attempts_reached',
  ),
  /** The verification. */
  data: eventData<EventStreamsVerifyVerificationData>(data),
};

/** A verification got further. */
export interface EventStreamsVerifyVerification extends PayloadOf<typeof envelopeParameters & typeof parameters> {}

/** Delivered to sinks that subscribe to it while the feature is a pilot; several events at once are an `EventStreamsRequest`. Answer with any 2xx. */
export const EventStreamsVerifyVerification: PayloadSchema<EventStreamsVerifyVerification, 'event-streams.verify.verification', 'nothing'> =
  cloudEvent({
    kind: 'event-streams.verify.verification',
    title: 'Verify verification status',
    parameters,
  });
