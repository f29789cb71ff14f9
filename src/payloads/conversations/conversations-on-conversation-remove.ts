import { oneOf } from '../schema/fields.js';
import { form, type PayloadOf } from '../schema/form.js';
import type { PayloadSchema } from '../schema/schema.js';
import { conversationParameters } from './groups/conversation.js';
import { eventParameters } from './groups/event.js';
import { storedConversationParameters } from './groups/stored-conversation.js';
import { ConversationsAcceptance } from './replies/conversations-acceptance.js';

const parameters = {
  /** `onConversationRemove`, the name of this event. */
  EventType: oneOf('onConversationRemove'),
};

/** A conversation is about to be deleted, with its messages and participants. */
export interface ConversationsOnConversationRemove
  extends PayloadOf<typeof eventParameters & typeof conversationParameters & typeof storedConversationParameters & typeof parameters> {}

/**
 * Sent to the pre-action URL of the account or the service. Answer with `{}`, or a `Response` of 4xx to refuse. Twilio goes ahead without
 * an answer after five seconds.
 */
export const ConversationsOnConversationRemove: PayloadSchema<
  ConversationsOnConversationRemove,
  'conversations.on_conversation_remove',
  'json',
  ConversationsAcceptance
> = form({
  kind: 'conversations.on_conversation_remove',
  title: 'onConversationRemove (pre-action)',
  expects: 'json',
  reply: ConversationsAcceptance,
  deadlineMs: 4_000,
  signs: [{ is: { EventType: 'onConversationRemove' } }],
  parameters: [eventParameters, conversationParameters, storedConversationParameters, parameters],
});
