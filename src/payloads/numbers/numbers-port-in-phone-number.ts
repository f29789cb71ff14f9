import { flag, integer, openEnum, optional, sid, text, timestamp } from '../schema/fields.js';
import type { PayloadOf } from '../schema/form.js';
import { json } from '../schema/json.js';
import { jsonBoolean, jsonNumber, jsonOrText } from '../schema/json-fields.js';
import type { PayloadSchema } from '../schema/schema.js';
import { portInParameters } from './groups/port-in.js';

const parameters = {
  /** The number's part of the request. */
  port_in_phone_number_sid: sid('PU'),
  /** The number, in E.164. */
  phone_number: text(),
  /** What became of it; plain words such as `completed` were seen too. */
  status: openEnum(
    'PortInPhoneNumberWaitingForSignature',
    'PortInPhoneNumberSubmitted',
    'PortInPhoneNumberPending',
    'PortInPhoneNumberCompleted',
    'PortInPhoneNumberRejected',
    'PortInPhoneNumberCanceled',
  ),
  /** Whether the number can be ported, once that was checked. */
  portable: optional(jsonOrText(jsonBoolean(), flag())),
  /** Why it cannot, in words; absent otherwise. */
  not_portable_reason: optional(text()),
  /** Why it cannot, as Twilio's number of the reason; absent otherwise. */
  not_portable_reason_code: optional(jsonOrText(jsonNumber(), integer())),
  /** Why the other carrier refused, in words; absent otherwise. */
  rejection_reason: optional(text()),
  /** Why the other carrier refused, as a code; absent otherwise. */
  rejection_reason_code: optional(text()),
  /** When the number moves, once that is settled. */
  port_date: optional(timestamp('iso8601')),
};

/** One number of a port-in request got further. */
export interface NumbersPortInPhoneNumber extends PayloadOf<typeof portInParameters & typeof parameters> {}

/** Sent as JSON to the port-in URL of the porting configuration, once for each number of a request. Answer with any 2xx. */
export const NumbersPortInPhoneNumber: PayloadSchema<NumbersPortInPhoneNumber, 'numbers.port_in.phone_number', 'nothing'> = json({
  kind: 'numbers.port_in.phone_number',
  title: 'Port-in phone number notification',
  expects: 'nothing',
  methods: ['POST'],
  signs: [{ has: ['port_in_phone_number_sid'] }, { has: ['port_in_request_sid', 'phone_number'] }],
  parameters: [portInParameters, parameters],
});
