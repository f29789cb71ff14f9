import { optional, sid } from '../schema/fields.js';
import { form, type PayloadOf } from '../schema/form.js';
import type { PayloadSchema } from '../schema/schema.js';
import { callParameters } from './groups/call.js';
import { geoParameters } from './groups/geo.js';

const parameters = {
  /** The conference; recorded once, and on no page. */
  ConferenceSid: optional(sid('CF')),
};

/** A participant waits for a conference to start or is put on hold, or something is to be announced. */
export interface ConferenceWait extends PayloadOf<typeof callParameters & typeof geoParameters & typeof parameters> {}

/** Sent to the `waitUrl` of `<Conference>`, or the wait, hold or announce URL of the API. Answer with voice TwiML that plays, says or pauses. */
export const ConferenceWait: PayloadSchema<ConferenceWait, 'voice.conference.wait', 'voice-twiml'> = form({
  kind: 'voice.conference.wait',
  title: 'Conference waitUrl / holdUrl / announceUrl request',
  expects: 'voice-twiml',
  identifiable: false,
  signs: [],
  parameters: [callParameters, geoParameters, parameters],
});
