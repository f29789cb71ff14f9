import { openEnum, sid } from '../schema/fields.js';
import { form, type PayloadOf } from '../schema/form.js';
import type { PayloadSchema } from '../schema/schema.js';
import { callParameters } from './groups/call.js';
import { geoParameters } from './groups/geo.js';

const parameters = {
  /** The message that was queued: `SM…`. */
  SmsSid: sid('SM'),
  /** `sending`, or `invalid` when a number or the text will not do. */
  SmsStatus: openEnum('sending', 'invalid'),
};

/** An `<Sms>` in voice TwiML, a verb that Twilio has retired, queued its message. */
export interface SmsVerbResult extends PayloadOf<typeof callParameters & typeof geoParameters & typeof parameters> {}

/** Sent to the `action` of `<Sms>`. Answer with voice TwiML; send messages over REST instead. */
export const SmsVerbResult: PayloadSchema<SmsVerbResult, 'voice.sms.action', 'voice-twiml'> = form({
  kind: 'voice.sms.action',
  title: '<Sms> verb action (voice)',
  expects: 'voice-twiml',
  signs: [{ has: ['SmsSid', 'SmsStatus', 'CallSid'], lacks: ['ErrorUrl', 'MessageSid'] }],
  parameters: [callParameters, geoParameters, parameters],
});
