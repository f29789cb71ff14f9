import { form, type PayloadOf } from '../schema/form.js';
import type { PayloadSchema } from '../schema/schema.js';
import { callParameters } from './groups/call.js';
import { dialParameters } from './groups/dial.js';
import { type DialSipLists, dialSipHeaderList, dialSipParameters } from './groups/dial-sip.js';
import { geoParameters } from './groups/geo.js';

/** A `<Dial>` that tried a SIP endpoint ended. */
export interface DialSipResult
  extends PayloadOf<typeof callParameters & typeof geoParameters & typeof dialParameters & typeof dialSipParameters>,
    DialSipLists {}

/** Sent to the `action` of a `<Dial>` with a `<Sip>` in it. Answer with voice TwiML. */
export const DialSipResult: PayloadSchema<DialSipResult, 'voice.dial.sip', 'voice-twiml'> = form({
  kind: 'voice.dial.sip',
  title: '<Dial><Sip> action',
  expects: 'voice-twiml',
  parent: 'voice.dial',
  signs: [
    { has: ['DialSipResponseCode', 'DialCallStatus'], lacks: ['ErrorUrl'] },
    { has: ['DialSipCallId', 'DialCallStatus'], lacks: ['ErrorUrl'] },
  ],
  parameters: [callParameters, geoParameters, dialParameters, dialSipParameters],
  lists: [dialSipHeaderList],
});
