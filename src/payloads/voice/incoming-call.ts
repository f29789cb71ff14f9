import { jsonText, optional } from '../fields.js';
import { form, type PayloadOf } from '../form.js';
import type { PayloadSchema } from '../schema.js';
import { callParameters } from './groups/call.js';
import { geoParameters } from './groups/geo.js';

const parameters = {
  /** The results of Marketplace add-ons, when some are installed for incoming calls. */
  AddOns: optional(jsonText()),
};

/** A call that reached one of your numbers, clients or SIP domains. */
export interface IncomingCall extends PayloadOf<typeof callParameters & typeof geoParameters & typeof parameters> {}

/** Sent to the voice URL of a number, TwiML app or SIP domain. Answer with voice TwiML. */
export const IncomingCall: PayloadSchema<IncomingCall, 'voice.incoming', 'voice-twiml'> = form({
  kind: 'voice.incoming',
  title: 'Incoming call to a number',
  expects: 'voice-twiml',
  signs: [{ has: ['CallSid'], is: { CallStatus: 'ringing', Direction: 'inbound' }, lacks: ['CallbackSource'] }],
  parameters: [callParameters, geoParameters, parameters],
});
