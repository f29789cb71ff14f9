import { jsonText, optional } from '../schema/fields.js';
import { form, type PayloadOf } from '../schema/form.js';
import type { PayloadSchema } from '../schema/schema.js';
import { callParameters } from '../voice/groups/call.js';
import { geoParameters } from '../voice/groups/geo.js';
import { participantParameters } from './groups/participants.js';
import { sessionParameters } from './groups/session.js';
import { ProxySessionAnswer } from './replies/proxy-session-answer.js';

const parameters = {
  /** The results of Marketplace add-ons, when some are installed. */
  AddOns: optional(jsonText()),
};

/** A call reached one of the numbers of Proxy, and there is no open session for whoever called. */
export interface ProxyOutOfSessionCall
  extends PayloadOf<
    typeof callParameters & typeof geoParameters & typeof sessionParameters & typeof participantParameters & typeof parameters
  > {}

/**
 * Sent to the out-of-session URL of a Proxy service. Answer with a `ProxySessionAnswer`, which opens a session, or with voice TwiML. Where
 * no closed session fits either, it looks like an ordinary incoming call, and only the URL tells it.
 */
export const ProxyOutOfSessionCall: PayloadSchema<
  ProxyOutOfSessionCall,
  'proxy.out_of_session.call',
  readonly ['voice-twiml', 'json'],
  ProxySessionAnswer
> = form({
  kind: 'proxy.out_of_session.call',
  title: 'Out-of-session call',
  expects: ['voice-twiml', 'json'],
  reply: ProxySessionAnswer,
  methods: ['POST'],
  // An ordinary incoming call fits too: what is always there weighs against it.
  signs: [
    { has: ['sessionSid', 'From', 'To'], starts: { sessionSid: 'KC', CallSid: 'CA', AccountSid: 'AC' } },
    { has: ['sessionSid', 'sessionServiceSid', 'CallSid', 'AccountSid', 'From', 'To'] },
  ],
  parameters: [callParameters, geoParameters, sessionParameters, participantParameters, parameters],
});
