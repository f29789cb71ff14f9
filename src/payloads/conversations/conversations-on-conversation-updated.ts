import { oneOf } from '../schema/fields.js';
import { form, type PayloadOf } from '../schema/form.js';
import type { PayloadSchema } from '../schema/schema.js';
import { conversationParameters } from './groups/conversation.js';
import { eventParameters } from './groups/event.js';
import { storedConversationParameters } from './groups/stored-conversation.js';

const parameters = {
  /** `onConversationUpdated`, the name of this event. */
  EventType: oneOf('onConversationUpdated'),
};

/** The name, the attributes or another property of a conversation was changed. */
export interface ConversationsOnConversationUpdated
  extends PayloadOf<typeof eventParameters & typeof conversationParameters & typeof storedConversationParameters & typeof parameters> {}

/**
 * Sent to the post-action URL of the account or the service, and to the webhooks of the conversation that ask for it. Answer with any 2xx.
 */
export const ConversationsOnConversationUpdated: PayloadSchema<
  ConversationsOnConversationUpdated,
  'conversations.on_conversation_updated',
  'nothing'
> = form({
  kind: 'conversations.on_conversation_updated',
  title: 'onConversationUpdated (post-action)',
  expects: 'nothing',
  signs: [{ is: { EventType: 'onConversationUpdated' } }],
  parameters: [eventParameters, conversationParameters, storedConversationParameters, parameters],
});
