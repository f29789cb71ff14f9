import { openEnum, sid } from '../schema/fields.js';
import { form, type PayloadOf } from '../schema/form.js';
import type { PayloadSchema } from '../schema/schema.js';

const parameters = {
  /** The message: `SM…`. */
  SmsSid: sid('SM'),
  /** Whether the message went out. */
  SmsStatus: openEnum('sent', 'failed'),
};

/** A message of `<Sms>` in voice TwiML, a verb that Twilio has retired, was sent or failed. */
export interface SmsVerbStatusCallback extends PayloadOf<typeof parameters> {}

/** Sent to the `statusCallback` of `<Sms>`. No more than these two parameters are certain. Answer with any 2xx. */
export const SmsVerbStatusCallback: PayloadSchema<SmsVerbStatusCallback, 'voice.sms.status', 'nothing'> = form({
  kind: 'voice.sms.status',
  title: '<Sms> verb statusCallback (voice)',
  expects: 'nothing',
  methods: ['POST'],
  signs: [{ is: { SmsStatus: ['sent', 'failed'] }, has: ['SmsSid'], lacks: ['MessageSid', 'CallSid', 'Body', 'To'] }],
  parameters: [parameters],
});
