import { text } from '../schema/fields.js';
import { form, type PayloadOf } from '../schema/form.js';
import type { PayloadSchema } from '../schema/schema.js';
import { callParameters } from './groups/call.js';
import { geoParameters } from './groups/geo.js';
import { type SipLists, sipHeaderList, sipParameters } from './groups/sip.js';

const parameters = {
  /** Where to: a number or a SIP URI, often in angle brackets and with headers, of up to 256 characters; `parseAddress` takes it apart. */
  ReferTransferTarget: text(),
};

/** A party that `<Dial>` had connected over SIP asks to be transferred, by SIP REFER. */
export interface DialRefer
  extends PayloadOf<typeof callParameters & typeof geoParameters & typeof sipParameters & typeof parameters>,
    SipLists {}

/** Sent to the `referUrl` of a `<Dial>` with a `<Sip>`, `<Number>` or `<Client>` in it. Answer with voice TwiML that dials the target. */
export const DialRefer: PayloadSchema<DialRefer, 'voice.dial.refer', 'voice-twiml'> = form({
  kind: 'voice.dial.refer',
  title: '<Dial> referUrl',
  expects: 'voice-twiml',
  signs: [{ has: ['ReferTransferTarget', 'CallSid'], lacks: ['ErrorUrl'] }],
  parameters: [callParameters, geoParameters, sipParameters, parameters],
  lists: [sipHeaderList],
});
