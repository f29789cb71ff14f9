import { optional, sid } from '../schema/fields.js';
import { form, type Override, type PayloadOf } from '../schema/form.js';
import type { PayloadSchema } from '../schema/schema.js';
import { answeredBy } from './groups/answering.js';
import { callParameters } from './groups/call.js';
import { geoParameters } from './groups/geo.js';
import { type SipLists, sipHeaderList, sipParameters } from './groups/sip.js';
import { signsOfDocument } from './signs.js';

const parameters = {
  /** The original caller's leg. */
  ParentCallSid: sid('CA'),
  /** Who or what answered, should the noun detect machines; not confirmed by any recording. */
  AnsweredBy: optional(answeredBy),
};

/** The party that `<Dial>` called has answered, and hears something before the two are connected. */
export interface DialWhisper
  extends PayloadOf<Override<typeof callParameters & typeof geoParameters & typeof sipParameters, typeof parameters>>,
    SipLists {}

/**
 * Sent to the `url` of `<Number>`, `<Client>`, `<Sip>`, `<WhatsApp>` or `<Application>`. Answer with voice TwiML that does not dial; when it
 * ends the parties are connected, and `<Hangup>` refuses that.
 */
export const DialWhisper: PayloadSchema<DialWhisper, 'voice.dial.whisper', 'voice-twiml'> = form({
  kind: 'voice.dial.whisper',
  title: 'Whisper / screening request (noun url)',
  expects: 'voice-twiml',
  // As with an incoming call, what nothing else explains looks so.
  signs: signsOfDocument('outbound-dial'),
  parameters: [callParameters, geoParameters, sipParameters, parameters],
  lists: [sipHeaderList],
});
