import { form, type PayloadOf } from '../schema/form.js';
import type { PayloadSchema } from '../schema/schema.js';
import { inboundParameters, inboundStandIns, signsOfChannel } from './groups/inbound.js';
import { type MediaLists, mediaList, mediaParameters } from './groups/media.js';
import { messageParameters } from './groups/message.js';
import { richParameters } from './groups/rich.js';

/** A message that somebody wrote to your page on Facebook Messenger. */
export interface IncomingMessengerMessage
  extends PayloadOf<typeof messageParameters & typeof inboundParameters & typeof mediaParameters & typeof richParameters>,
    MediaLists {}

/** Sent to the callback URL of a Messenger sender, or to the URL of its Messaging Service. Answer with messaging TwiML. */
export const IncomingMessengerMessage: PayloadSchema<IncomingMessengerMessage, 'messaging.incoming.messenger', 'messaging-twiml'> = form({
  kind: 'messaging.incoming.messenger',
  title: 'Incoming Facebook Messenger message',
  expects: 'messaging-twiml',
  parent: 'messaging.incoming',
  signs: signsOfChannel('messenger:'),
  parameters: [messageParameters, inboundParameters, mediaParameters, richParameters],
  lists: [mediaList],
  standIns: inboundStandIns,
});
