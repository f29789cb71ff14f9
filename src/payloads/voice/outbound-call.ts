import { optional } from '../schema/fields.js';
import { form, type PayloadOf } from '../schema/form.js';
import type { PayloadSchema } from '../schema/schema.js';
import { answeredBy } from './groups/answering.js';
import { callParameters } from './groups/call.js';
import { geoParameters } from './groups/geo.js';
import { signsOfDocument } from './signs.js';

const parameters = {
  /** Who or what answered, when answering machines are to be detected before the document runs. */
  AnsweredBy: optional(answeredBy),
};

/** A call that you started over REST was answered. Your own number is `From` here. */
export interface OutboundCall extends PayloadOf<typeof callParameters & typeof geoParameters & typeof parameters> {}

/** Sent to the `Url` or the application that the call was started with. Answer with voice TwiML. */
export const OutboundCall: PayloadSchema<OutboundCall, 'voice.outbound', 'voice-twiml'> = form({
  kind: 'voice.outbound',
  title: 'Outbound REST call answered: TwiML request',
  expects: 'voice-twiml',
  // As with an incoming call, what nothing else explains looks so.
  signs: signsOfDocument('outbound-api'),
  parameters: [callParameters, geoParameters, parameters],
});
