import { form, type PayloadOf } from '../schema/form.js';
import type { PayloadSchema } from '../schema/schema.js';
import { callParameters } from './groups/call.js';
import { laterParameters } from './signs.js';

/** A call that a browser or a mobile app started with a Voice SDK. Never trust its `To` as a number of yours: the client chose it. */
export interface IncomingClientCall extends PayloadOf<typeof callParameters> {}

/**
 * Sent to the voice URL of the TwiML app that the client's access token names; answer with voice TwiML. The client's own parameters come
 * under the very names that it chose: name them with `IncomingClientCall.extend({ orderId: z.string() })`.
 */
export const IncomingClientCall: PayloadSchema<IncomingClientCall, 'voice.incoming.client', 'voice-twiml'> = form({
  kind: 'voice.incoming.client',
  title: 'Incoming call from a Voice SDK client',
  expects: 'voice-twiml',
  parent: 'voice.incoming',
  signs: [{ is: { CallStatus: 'ringing', Direction: 'inbound' }, starts: { From: 'client:' }, lacks: laterParameters }],
  parameters: [callParameters],
});
