import { form, type PayloadOf } from '../schema/form.js';
import type { PayloadSchema } from '../schema/schema.js';
import { type ApplicationLists, applicationParameters, paramList } from './groups/application.js';
import { callParameters } from './groups/call.js';
import { geoParameters } from './groups/geo.js';
import { laterParameters } from './signs.js';

/** A call that another call, perhaps of another account, handed over to your TwiML app. */
export interface IncomingApplicationCall
  extends PayloadOf<typeof callParameters & typeof geoParameters & typeof applicationParameters>,
    ApplicationLists {}

/** Sent to the voice URL of the TwiML app that `<Dial><Application>` names; answer with voice TwiML. `To` is as a rule the app's SID. */
export const IncomingApplicationCall: PayloadSchema<IncomingApplicationCall, 'voice.incoming.application', 'voice-twiml'> = form({
  kind: 'voice.incoming.application',
  title: 'Call handed over by <Dial><Application>',
  expects: 'voice-twiml',
  parent: 'voice.incoming',
  // A client may call a parameter of its own customerId, so that only an app's SID beside it tells more than the client's address does.
  signs: [
    { is: { CallStatus: 'ringing', Direction: 'inbound' }, has: ['customerId'], starts: { To: 'AP' }, lacks: laterParameters },
    { is: { CallStatus: 'ringing', Direction: 'inbound' }, has: ['customerId'], lacks: laterParameters },
    { is: { CallStatus: 'ringing' }, starts: { To: 'AP' }, lacks: laterParameters },
  ],
  parameters: [callParameters, geoParameters, applicationParameters],
  lists: [paramList],
});
