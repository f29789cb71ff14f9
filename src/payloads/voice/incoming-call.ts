import { addOns } from '../schema/add-ons.js';
import { jsonText, optional } from '../schema/fields.js';
import { form, type PayloadOf } from '../schema/form.js';
import type { PayloadSchema } from '../schema/schema.js';
import { type ApplicationLists, applicationParameters, paramList } from './groups/application.js';
import { callParameters } from './groups/call.js';
import { geoParameters } from './groups/geo.js';
import { type SipLists, sipHeaderList, sipParameters } from './groups/sip.js';
import { stirParameters } from './groups/stir.js';
import { signsOfDocument } from './signs.js';

const parameters = {
  /** The results of Marketplace add-ons, when some are installed for incoming calls. */
  AddOns: optional(jsonText(addOns)),
};

/** A call that reached one of your numbers, clients, applications, WhatsApp senders or SIP domains. */
export interface IncomingCall
  extends PayloadOf<
      typeof callParameters &
        typeof geoParameters &
        typeof stirParameters &
        typeof sipParameters &
        typeof applicationParameters &
        typeof parameters
    >,
    SipLists,
    ApplicationLists {}

/**
 * Sent to the voice URL of a number, TwiML app or SIP domain; answer with voice TwiML. What a Voice SDK client adds of its own comes under
 * the very names that it chose: name it with `IncomingCall.extend({ orderId: z.string() })`.
 */
export const IncomingCall: PayloadSchema<IncomingCall, 'voice.incoming', 'voice-twiml'> = form({
  kind: 'voice.incoming',
  title: 'Incoming call to a number',
  expects: 'voice-twiml',
  // It demands next to nothing: a request of an inbound call that nothing else explains, a redirect or the end of a <Connect>, looks so.
  signs: signsOfDocument('inbound'),
  parameters: [callParameters, geoParameters, stirParameters, sipParameters, applicationParameters, parameters],
  lists: [sipHeaderList, paramList],
});
