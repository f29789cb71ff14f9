import { jsonText, oneOf, optional, text } from '../schema/fields.js';
import { form, type PayloadOf } from '../schema/form.js';
import type { PayloadSchema } from '../schema/schema.js';
import { bindingParameters } from './groups/binding.js';
import { conversationParameters } from './groups/conversation.js';
import { eventParameters } from './groups/event.js';
import { mediaList } from './groups/media.js';
import { ConversationsConversationAnswer } from './replies/conversations-conversation-answer.js';

const parameters = {
  /** `onConversationAdd`, the name of this event. */
  EventType: oneOf('onConversationAdd'),
  /** Who wrote the first message, when that was a group MMS and opened the conversation. */
  'MessagingBinding.AuthorAddress': optional(text()),
  /** The text of the message that opened the conversation, when one did. */
  MessageBody: optional(text()),
  /** The files of the message that opened the conversation, when it had some. */
  Media: optional(jsonText(mediaList)),
};

/** A conversation is about to be created, by your own people or by a message from outside. It has no SID yet. */
export interface ConversationsOnConversationAdd
  extends PayloadOf<typeof eventParameters & typeof conversationParameters & typeof bindingParameters & typeof parameters> {}

/**
 * Sent to the pre-action URL of the account or the service. Answer with a `ConversationsConversationAnswer`, or a `Response` of 4xx to
 * refuse. Twilio goes ahead without an answer after five seconds.
 */
export const ConversationsOnConversationAdd: PayloadSchema<
  ConversationsOnConversationAdd,
  'conversations.on_conversation_add',
  'json',
  ConversationsConversationAnswer
> = form({
  kind: 'conversations.on_conversation_add',
  title: 'onConversationAdd (pre-action)',
  expects: 'json',
  reply: ConversationsConversationAnswer,
  deadlineMs: 4_000,
  signs: [{ is: { EventType: 'onConversationAdd' } }],
  parameters: [eventParameters, conversationParameters, bindingParameters, parameters],
});
