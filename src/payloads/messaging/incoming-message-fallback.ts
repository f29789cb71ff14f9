import { text } from '../schema/fields.js';
import { form, type Override, type PayloadOf } from '../schema/form.js';
import type { PayloadSchema } from '../schema/schema.js';
import { type AnyChannelLists, type AnyChannelParameters, anyChannelLists, anyChannelTables } from './groups/any-channel.js';
import { inboundStandIns, signsOfInbound } from './groups/inbound.js';

const parameters = {
  /** The URL that failed. */
  ErrorUrl: text(),
};

/** A message that the incoming-message URL did not answer, or answered with invalid TwiML. */
export interface IncomingMessageFallback extends PayloadOf<Override<AnyChannelParameters, typeof parameters>>, AnyChannelLists {}

/** Sent to the fallback URL of a number, short code, Messaging Service, TwiML app or sender. Answer with messaging TwiML. */
export const IncomingMessageFallback: PayloadSchema<IncomingMessageFallback, 'messaging.incoming.fallback', 'messaging-twiml'> = form({
  kind: 'messaging.incoming.fallback',
  title: 'Incoming message, fallback URL',
  expects: 'messaging-twiml',
  parent: 'messaging.incoming',
  signs: signsOfInbound({ has: ['ErrorUrl'] }),
  parameters: anyChannelTables(parameters),
  lists: anyChannelLists,
  standIns: inboundStandIns,
});
