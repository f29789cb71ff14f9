import { form, type PayloadOf } from '../schema/form.js';
import type { PayloadSchema } from '../schema/schema.js';
import { callParameters } from './groups/call.js';
import { geoParameters } from './groups/geo.js';

/** A call that a carrier of yours sent over a BYOC trunk. */
export interface IncomingByocCall extends PayloadOf<typeof callParameters & typeof geoParameters> {}

/** Sent to the voice URL of the trunk; answer with voice TwiML. By its parameters it is like any other incoming call: its URL tells. */
export const IncomingByocCall: PayloadSchema<IncomingByocCall, 'voice.incoming.byoc', 'voice-twiml'> = form({
  kind: 'voice.incoming.byoc',
  title: 'Incoming call over a BYOC trunk',
  expects: 'voice-twiml',
  parent: 'voice.incoming',
  identifiable: false,
  signs: [],
  parameters: [callParameters, geoParameters],
});
