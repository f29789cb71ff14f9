import { form } from '../schema/form.js';
import type { PayloadSchema } from '../schema/schema.js';
import { type AnyChannelMessage, anyChannelLists, anyChannelTables } from './groups/any-channel.js';
import { inboundStandIns } from './groups/inbound.js';

/** A message whose document went on to another URL. */
export interface RedirectedMessage extends AnyChannelMessage {}

/** Sent to the URL in a messaging `<Redirect>`; only that URL tells it from the message itself. Answer with messaging TwiML. */
export const RedirectedMessage: PayloadSchema<RedirectedMessage, 'messaging.twiml.redirect', 'messaging-twiml'> = form({
  kind: 'messaging.twiml.redirect',
  title: 'TwiML <Redirect> (messaging)',
  expects: 'messaging-twiml',
  identifiable: false,
  signs: [],
  parameters: anyChannelTables(),
  lists: anyChannelLists,
  standIns: inboundStandIns,
});
