import { form, type PayloadOf } from '../schema/form.js';
import type { PayloadSchema } from '../schema/schema.js';
import { callParameters } from './groups/call.js';
import { geoParameters } from './groups/geo.js';
import { type SipLists, sipHeaderList, sipParameters } from './groups/sip.js';
import { stirParameters } from './groups/stir.js';

/** A call that needs its next document. As a rule it is `in-progress`; one that nobody answered yet is `ringing` still. */
export interface RedirectedCall
  extends PayloadOf<typeof callParameters & typeof geoParameters & typeof stirParameters & typeof sipParameters>,
    SipLists {}

/**
 * Sent to the URL of a `<Redirect>`, or the one that a live call was updated with; answer with voice TwiML. By its parameters it is like an
 * incoming or an answered call: its URL tells.
 */
export const RedirectedCall: PayloadSchema<RedirectedCall, 'voice.redirect', 'voice-twiml'> = form({
  kind: 'voice.redirect',
  title: 'TwiML request in the middle of a call',
  expects: 'voice-twiml',
  identifiable: false,
  signs: [],
  parameters: [callParameters, geoParameters, stirParameters, sipParameters],
  lists: [sipHeaderList],
});
