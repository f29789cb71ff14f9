import { optional, sid, text } from '../schema/fields.js';
import { form, type PayloadOf } from '../schema/form.js';
import type { PayloadSchema } from '../schema/schema.js';

const parameters = {
  /** The account that wants to call from the number: `AC…`. */
  AccountSid: optional(sid('AC')),
  /** The call by which the number is verified: `CA…`. */
  CallSid: optional(sid('CA')),
  /** How the call or the verification stands. */
  CallStatus: optional(text()),
  /** The number that is verified, in E.164. */
  To: optional(text()),
};

/**
 * A call by which Twilio checks that a number is yours got further. Its body was not seen: the parameters are those that every request
 * about a call has, and all may be absent. `CallerIdVerification` is the one of the older API.
 */
export interface NumbersVoiceVerification extends PayloadOf<typeof parameters> {}

/** Sent to the status callback URL of a voice verification of the Numbers API. Answer with any 2xx. */
export const NumbersVoiceVerification: PayloadSchema<NumbersVoiceVerification, 'numbers.voice-verification', 'nothing'> = form({
  kind: 'numbers.voice-verification',
  title: 'Number verification status',
  expects: 'nothing',
  // Nobody has shown a body, so nothing is known that tells it apart.
  identifiable: false,
  signs: [],
  parameters: [parameters],
});
