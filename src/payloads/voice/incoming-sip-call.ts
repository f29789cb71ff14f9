import { text } from '../schema/fields.js';
import { form, type Override, type PayloadOf } from '../schema/form.js';
import type { PayloadSchema, Sign } from '../schema/schema.js';
import { callParameters } from './groups/call.js';
import { type SipLists, sipHeaderList, sipParameters } from './groups/sip.js';
import { laterParameters } from './signs.js';

const parameters = {
  /** Host of the request URI, such as `acme.sip.twilio.com`. */
  SipDomain: text(),
};

// @__NO_SIDE_EFFECTS__
function makeSigns(): readonly Sign[] {
  return [
    { is: { CallStatus: 'ringing' }, has: ['SipDomain'], lacks: laterParameters },
    { has: ['SipDomain'], lacks: ['CallStatus', ...laterParameters] },
  ];
}

/** A call that a SIP endpoint made to one of your SIP domains. Its addresses are SIP URIs; see `parseAddress`. */
export interface IncomingSipCall extends PayloadOf<Override<typeof callParameters & typeof sipParameters, typeof parameters>>, SipLists {}

/** Sent to the voice URL of the SIP domain; answer with voice TwiML. Recorded ones lack the token of the call, and some their `CallStatus`. */
export const IncomingSipCall: PayloadSchema<IncomingSipCall, 'voice.incoming.sip-domain', 'voice-twiml'> = form({
  kind: 'voice.incoming.sip-domain',
  title: 'Incoming call to a SIP domain',
  expects: 'voice-twiml',
  parent: 'voice.incoming',
  signs: makeSigns(),
  parameters: [callParameters, sipParameters, parameters],
  lists: [sipHeaderList],
});
