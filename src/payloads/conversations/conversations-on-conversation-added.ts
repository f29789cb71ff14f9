import { oneOf, optional, text } from '../schema/fields.js';
import { form, type PayloadOf } from '../schema/form.js';
import type { PayloadSchema } from '../schema/schema.js';
import { bindingParameters } from './groups/binding.js';
import { conversationParameters } from './groups/conversation.js';
import { eventParameters } from './groups/event.js';
import { storedConversationParameters } from './groups/stored-conversation.js';

const parameters = {
  /** `onConversationAdded`, the name of this event. */
  EventType: oneOf('onConversationAdded'),
  /** Who wrote the first message, when that was a group MMS and opened the conversation. */
  'MessagingBinding.AuthorAddress': optional(text()),
};

/** A conversation was created, by your own people or by a message from outside. */
export interface ConversationsOnConversationAdded
  extends PayloadOf<
    typeof eventParameters &
      typeof conversationParameters &
      typeof storedConversationParameters &
      typeof bindingParameters &
      typeof parameters
  > {}

/** Sent to the post-action URL of the account or the service, never to a webhook of one conversation. Answer with any 2xx. */
export const ConversationsOnConversationAdded: PayloadSchema<
  ConversationsOnConversationAdded,
  'conversations.on_conversation_added',
  'nothing'
> = form({
  kind: 'conversations.on_conversation_added',
  title: 'onConversationAdded (post-action)',
  expects: 'nothing',
  signs: [{ is: { EventType: 'onConversationAdded' } }],
  parameters: [eventParameters, conversationParameters, storedConversationParameters, bindingParameters, parameters],
});
