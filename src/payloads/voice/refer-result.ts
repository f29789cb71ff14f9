import { integer, openEnum, optional } from '../schema/fields.js';
import { form, type PayloadOf } from '../schema/form.js';
import type { PayloadSchema } from '../schema/schema.js';
import { callParameters } from './groups/call.js';
import { type SipLists, sipHeaderList, sipParameters } from './groups/sip.js';

const parameters = {
  /** How far the transferred leg got, as `CallStatus` would say it; absent when the endpoint reported nothing. */
  ReferCallStatus: optional(openEnum('queued', 'ringing', 'in-progress', 'completed', 'busy', 'failed', 'no-answer', 'canceled')),
  /** SIP status that the endpoint answered the REFER with, such as 202 or 405. */
  ReferSipResponseCode: optional(integer()),
  /** The last SIP status of the transferred leg that the endpoint reported. */
  NotifySipResponseCode: optional(integer()),
};

/** What became of the transfer that `<Refer>` asked a SIP endpoint for. */
export interface ReferResult extends PayloadOf<typeof callParameters & typeof sipParameters & typeof parameters>, SipLists {}

/** Sent to the `action` of `<Refer>`. Answer with voice TwiML, which counts while the caller is still there. */
export const ReferResult: PayloadSchema<ReferResult, 'voice.refer', 'voice-twiml'> = form({
  kind: 'voice.refer',
  title: '<Refer> action',
  expects: 'voice-twiml',
  signs: [
    { has: ['ReferSipResponseCode', 'CallSid'], lacks: ['ErrorUrl'] },
    { has: ['ReferCallStatus', 'CallSid'], lacks: ['ErrorUrl'] },
  ],
  parameters: [callParameters, sipParameters, parameters],
  lists: [sipHeaderList],
});
