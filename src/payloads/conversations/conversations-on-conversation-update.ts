import { oneOf } from '../schema/fields.js';
import { form, type PayloadOf } from '../schema/form.js';
import type { PayloadSchema } from '../schema/schema.js';
import { conversationParameters } from './groups/conversation.js';
import { eventParameters } from './groups/event.js';
import { storedConversationParameters } from './groups/stored-conversation.js';
import { ConversationsConversationAnswer } from './replies/conversations-conversation-answer.js';

const parameters = {
  /** `onConversationUpdate`, the name of this event. */
  EventType: oneOf('onConversationUpdate'),
};

/** A conversation is about to be changed. The parameters show it as it will be. */
export interface ConversationsOnConversationUpdate
  extends PayloadOf<typeof eventParameters & typeof conversationParameters & typeof storedConversationParameters & typeof parameters> {}

/**
 * Sent to the pre-action URL of the account or the service. Answer with a `ConversationsConversationAnswer`, or a `Response` of 4xx to
 * refuse. Twilio goes ahead without an answer after five seconds.
 */
export const ConversationsOnConversationUpdate: PayloadSchema<
  ConversationsOnConversationUpdate,
  'conversations.on_conversation_update',
  'json',
  ConversationsConversationAnswer
> = form({
  kind: 'conversations.on_conversation_update',
  title: 'onConversationUpdate (pre-action)',
  expects: 'json',
  reply: ConversationsConversationAnswer,
  deadlineMs: 4_000,
  signs: [{ is: { EventType: 'onConversationUpdate' } }],
  parameters: [eventParameters, conversationParameters, storedConversationParameters, parameters],
});
