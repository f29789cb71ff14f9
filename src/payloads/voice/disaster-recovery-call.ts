import { form, type PayloadOf } from '../schema/form.js';
import type { PayloadSchema } from '../schema/schema.js';
import { callParameters } from './groups/call.js';
import { geoParameters } from './groups/geo.js';

/** A call came in over an Elastic SIP trunk none of whose destinations could be reached. */
export interface DisasterRecoveryCall extends PayloadOf<typeof callParameters & typeof geoParameters> {}

/** Sent to the trunk's disaster recovery URL; answer with voice TwiML. By its parameters it is like an incoming call: its URL tells. */
export const DisasterRecoveryCall: PayloadSchema<DisasterRecoveryCall, 'voice.trunk.disaster-recovery', 'voice-twiml'> = form({
  kind: 'voice.trunk.disaster-recovery',
  title: 'SIP trunk disaster recovery request',
  expects: 'voice-twiml',
  identifiable: false,
  signs: [],
  parameters: [callParameters, geoParameters],
});
