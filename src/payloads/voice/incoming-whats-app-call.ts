import { form, type PayloadOf } from '../schema/form.js';
import type { PayloadSchema } from '../schema/schema.js';
import { callParameters } from './groups/call.js';
import { laterParameters } from './signs.js';

/** A call that somebody made in WhatsApp to one of your senders. Its addresses begin with `whatsapp:`; see `parseAddress`. */
export interface IncomingWhatsAppCall extends PayloadOf<typeof callParameters> {}

/** Sent to the voice URL or TwiML app of the WhatsApp sender; answer with voice TwiML. No table describes it. */
export const IncomingWhatsAppCall: PayloadSchema<IncomingWhatsAppCall, 'voice.incoming.whatsapp', 'voice-twiml'> = form({
  kind: 'voice.incoming.whatsapp',
  title: 'Incoming WhatsApp voice call',
  expects: 'voice-twiml',
  parent: 'voice.incoming',
  signs: [{ is: { CallStatus: 'ringing', Direction: 'inbound' }, starts: { From: 'whatsapp:' }, lacks: laterParameters }],
  parameters: [callParameters],
});
