import { integer, oneOf, optional } from '../schema/fields.js';
import { form, type PayloadOf } from '../schema/form.js';
import type { PayloadSchema } from '../schema/schema.js';
import { eventParameters } from './groups/event.js';
import { messageParameters } from './groups/message.js';
import { storedMessageParameters } from './groups/stored-message.js';

const parameters = {
  /** `onMessageSent`, the name of this event. */
  EventType: oneOf('onMessageSent'),
  /** The message's place in the channel, from 0. */
  Index: optional(integer()),
};

/**
 * A text message was posted.
 *
 * @deprecated Programmable Chat has ended. Use `ConversationsOnMessageAdded`.
 */
export interface ChatOnMessageSent
  extends PayloadOf<typeof eventParameters & typeof messageParameters & typeof storedMessageParameters & typeof parameters> {}

/**
 * Sent to the post-event URL of the Chat service, and to the webhooks of the channel that ask for it. Answer with any 2xx.
 *
 * @deprecated Programmable Chat has ended. Use `ConversationsOnMessageAdded`.
 */
export const ChatOnMessageSent: PayloadSchema<ChatOnMessageSent, 'chat.on_message_sent', 'nothing'> = form({
  kind: 'chat.on_message_sent',
  title: 'onMessageSent (post-event)',
  expects: 'nothing',
  signs: [{ is: { EventType: 'onMessageSent' }, has: ['InstanceSid'] }],
  parameters: [eventParameters, messageParameters, storedMessageParameters, parameters],
});
