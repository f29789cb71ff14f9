import { form, type PayloadOf } from '../schema/form.js';
import type { PayloadSchema } from '../schema/schema.js';
import { callParameters } from './groups/call.js';
import { dequeueParameters } from './groups/dequeue.js';
import { dialParameters } from './groups/dial.js';
import { type DialSipLists, dialSipHeaderList, dialSipParameters } from './groups/dial-sip.js';
import { geoParameters } from './groups/geo.js';

/** A `<Dial>` ended: the other party is gone, or was never reached. */
export interface DialResult
  extends PayloadOf<
      typeof callParameters & typeof geoParameters & typeof dialParameters & typeof dialSipParameters & typeof dequeueParameters
    >,
    DialSipLists {}

/** Sent to the `action` of `<Dial>`, whatever stood in it. Answer with voice TwiML for the party that is left. */
export const DialResult: PayloadSchema<DialResult, 'voice.dial', 'voice-twiml'> = form({
  kind: 'voice.dial',
  title: '<Dial> action',
  expects: 'voice-twiml',
  signs: [{ has: ['DialCallStatus', 'CallSid'], lacks: ['ErrorUrl'] }],
  parameters: [callParameters, geoParameters, dialParameters, dialSipParameters, dequeueParameters],
  lists: [dialSipHeaderList],
});
