// Written by tools/register.js: run it after a change of what is listed here.
import type * as z from 'zod';
import { ChatAcceptance } from '../chat/replies/chat-acceptance.js';
import { ChatChannelAnswer } from '../chat/replies/chat-channel-answer.js';
import { ChatMessageAnswer } from '../chat/replies/chat-message-answer.js';
import { ConversationsAcceptance } from '../conversations/replies/conversations-acceptance.js';
import { ConversationsConversationAnswer } from '../conversations/replies/conversations-conversation-answer.js';
import { ConversationsMessageAnswer } from '../conversations/replies/conversations-message-answer.js';
import type { WebhookKind } from '../kinds.js';
import { ProxySessionAnswer } from '../proxy/replies/proxy-session-answer.js';
import { StudioAnswer } from '../studio/replies/studio-answer.js';
import { AssignmentInstruction } from '../taskrouter/replies/assignment-instruction.js';

/** The schemas of the answers that are JSON, by the kind that they answer. */
export const replies: { readonly [Kind in WebhookKind]?: z.ZodType } = {
  'chat.on_channel_add': ChatChannelAnswer,
  'chat.on_channel_destroy': ChatAcceptance,
  'chat.on_channel_update': ChatChannelAnswer,
  'chat.on_media_message_send': ChatAcceptance,
  'chat.on_member_add': ChatAcceptance,
  'chat.on_member_remove': ChatAcceptance,
  'chat.on_member_update': ChatAcceptance,
  'chat.on_message_remove': ChatAcceptance,
  'chat.on_message_send': ChatMessageAnswer,
  'chat.on_message_update': ChatMessageAnswer,
  'chat.on_user_update': ChatAcceptance,
  'conversations.on_conversation_add': ConversationsConversationAnswer,
  'conversations.on_conversation_remove': ConversationsAcceptance,
  'conversations.on_conversation_update': ConversationsConversationAnswer,
  'conversations.on_message_add': ConversationsMessageAnswer,
  'conversations.on_message_remove': ConversationsAcceptance,
  'conversations.on_message_update': ConversationsMessageAnswer,
  'conversations.on_participant_add': ConversationsAcceptance,
  'conversations.on_participant_remove': ConversationsAcceptance,
  'conversations.on_participant_update': ConversationsAcceptance,
  'conversations.on_user_update': ConversationsAcceptance,
  'proxy.out_of_session.call': ProxySessionAnswer,
  'proxy.out_of_session.message': ProxySessionAnswer,
  'studio.http-request': StudioAnswer,
  'studio.run-function': StudioAnswer,
  'taskrouter.assignment': AssignmentInstruction,
};
