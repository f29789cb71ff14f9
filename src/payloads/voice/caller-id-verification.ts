import { openEnum, optional, sid } from '../schema/fields.js';
import { form, type PayloadOf } from '../schema/form.js';
import type { PayloadSchema } from '../schema/schema.js';
import { callParameters } from './groups/call.js';

const parameters = {
  /** Whether the person who answered typed the right code. */
  VerificationStatus: openEnum('success', 'failed'),
  /** The verified number as a resource of your account, after a success. */
  OutgoingCallerIdSid: optional(sid('PN')),
};

/** The call ended by which Twilio checks that a number is yours to call from. */
export interface CallerIdVerification extends PayloadOf<typeof callParameters & typeof parameters> {}

/** Sent to the status callback URL of the validation request. Answer with any 2xx. */
export const CallerIdVerification: PayloadSchema<CallerIdVerification, 'voice.caller-id-verification', 'nothing'> = form({
  kind: 'voice.caller-id-verification',
  title: 'Outgoing caller ID verification result',
  expects: 'nothing',
  signs: [{ has: ['VerificationStatus', 'CallSid', 'To'] }],
  parameters: [callParameters, parameters],
});
