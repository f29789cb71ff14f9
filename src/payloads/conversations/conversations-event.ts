import { type PayloadUnion, union } from '../schema/union.js';
import { ConversationsOnConversationAdded } from './conversations-on-conversation-added.js';
import { ConversationsOnConversationRemoved } from './conversations-on-conversation-removed.js';
import { ConversationsOnConversationStateUpdated } from './conversations-on-conversation-state-updated.js';
import { ConversationsOnConversationUpdated } from './conversations-on-conversation-updated.js';
import { ConversationsOnDeliveryUpdated } from './conversations-on-delivery-updated.js';
import { ConversationsOnMessageAdded } from './conversations-on-message-added.js';
import { ConversationsOnMessageRemoved } from './conversations-on-message-removed.js';
import { ConversationsOnMessageUpdated } from './conversations-on-message-updated.js';
import { ConversationsOnParticipantAdded } from './conversations-on-participant-added.js';
import { ConversationsOnParticipantRemoved } from './conversations-on-participant-removed.js';
import { ConversationsOnParticipantUpdated } from './conversations-on-participant-updated.js';
import { ConversationsOnUserAdded } from './conversations-on-user-added.js';
import { ConversationsOnUserUpdated } from './conversations-on-user-updated.js';
import { ConversationsOther } from './conversations-other.js';

/** Anything that has happened in Conversations: a post-action webhook of any kind. Tell them apart by `EventType`. */
export type ConversationsEvent =
  | ConversationsOnConversationAdded
  | ConversationsOnConversationRemoved
  | ConversationsOnConversationStateUpdated
  | ConversationsOnConversationUpdated
  | ConversationsOnDeliveryUpdated
  | ConversationsOnMessageAdded
  | ConversationsOnMessageRemoved
  | ConversationsOnMessageUpdated
  | ConversationsOnParticipantAdded
  | ConversationsOnParticipantRemoved
  | ConversationsOnParticipantUpdated
  | ConversationsOnUserAdded
  | ConversationsOnUserUpdated
  | ConversationsOther;

/**
 * Reads whatever comes to a post-action URL or to a webhook of one conversation. Pre-action webhooks, which want an answer, are not among
 * them.
 */
export const ConversationsEvent: PayloadUnion<
  readonly [
    typeof ConversationsOnConversationAdded,
    typeof ConversationsOnConversationRemoved,
    typeof ConversationsOnConversationStateUpdated,
    typeof ConversationsOnConversationUpdated,
    typeof ConversationsOnDeliveryUpdated,
    typeof ConversationsOnMessageAdded,
    typeof ConversationsOnMessageRemoved,
    typeof ConversationsOnMessageUpdated,
    typeof ConversationsOnParticipantAdded,
    typeof ConversationsOnParticipantRemoved,
    typeof ConversationsOnParticipantUpdated,
    typeof ConversationsOnUserAdded,
    typeof ConversationsOnUserUpdated,
    typeof ConversationsOther,
  ],
  'nothing'
> = union({
  title: 'Conversations post-action webhook',
  by: 'EventType',
  expects: 'nothing',
  members: [
    ConversationsOnConversationAdded,
    ConversationsOnConversationRemoved,
    ConversationsOnConversationStateUpdated,
    ConversationsOnConversationUpdated,
    ConversationsOnDeliveryUpdated,
    ConversationsOnMessageAdded,
    ConversationsOnMessageRemoved,
    ConversationsOnMessageUpdated,
    ConversationsOnParticipantAdded,
    ConversationsOnParticipantRemoved,
    ConversationsOnParticipantUpdated,
    ConversationsOnUserAdded,
    ConversationsOnUserUpdated,
    ConversationsOther,
  ],
});
