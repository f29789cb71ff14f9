import { integer, oneOf, optional } from '../schema/fields.js';
import { form, type PayloadOf } from '../schema/form.js';
import type { PayloadSchema } from '../schema/schema.js';
import { eventParameters } from './groups/event.js';
import { mediaParameters } from './groups/media.js';
import { messageParameters } from './groups/message.js';
import { storedMessageParameters } from './groups/stored-message.js';

const parameters = {
  /** `onMediaMessageSent`, the name of this event. */
  EventType: oneOf('onMediaMessageSent'),
  /** The message's place in the channel, from 0. */
  Index: optional(integer()),
};

/**
 * A message with a file was posted.
 *
 * @deprecated Programmable Chat has ended. Use `ConversationsOnMessageAdded`.
 */
export interface ChatOnMediaMessageSent
  extends PayloadOf<
    typeof eventParameters & typeof messageParameters & typeof storedMessageParameters & typeof mediaParameters & typeof parameters
  > {}

/**
 * Sent to the post-event URL of the Chat service, and to the webhooks of the channel that ask for it. Answer with any 2xx.
 *
 * @deprecated Programmable Chat has ended. Use `ConversationsOnMessageAdded`.
 */
export const ChatOnMediaMessageSent: PayloadSchema<ChatOnMediaMessageSent, 'chat.on_media_message_sent', 'nothing'> = form({
  kind: 'chat.on_media_message_sent',
  title: 'onMediaMessageSent (post-event)',
  expects: 'nothing',
  signs: [{ is: { EventType: 'onMediaMessageSent' }, has: ['InstanceSid'] }],
  parameters: [eventParameters, messageParameters, storedMessageParameters, mediaParameters, parameters],
});
