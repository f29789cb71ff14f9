import { type PayloadUnion, union } from '../schema/union.js';
import { OrchestratorCommunicationCreated } from './orchestrator-communication-created.js';
import { OrchestratorConversationCreated } from './orchestrator-conversation-created.js';
import { OrchestratorConversationUpdated } from './orchestrator-conversation-updated.js';
import { OrchestratorParticipantAdded } from './orchestrator-participant-added.js';
import { OrchestratorParticipantRemoved } from './orchestrator-participant-removed.js';
import { OrchestratorParticipantUpdated } from './orchestrator-participant-updated.js';

/** Something happened in a conversation of Conversation Orchestrator: `eventType` tells what. */
export type OrchestratorEvent =
  | OrchestratorCommunicationCreated
  | OrchestratorConversationCreated
  | OrchestratorConversationUpdated
  | OrchestratorParticipantAdded
  | OrchestratorParticipantRemoved
  | OrchestratorParticipantUpdated;

/**
 * For the status callback URL that all events come to. Events of one conversation may arrive out of order, and again: `timestamp` and the
 * header `I-Twilio-Idempotency-Token` tell.
 */
export const OrchestratorEvent: PayloadUnion<
  readonly [
    typeof OrchestratorCommunicationCreated,
    typeof OrchestratorConversationCreated,
    typeof OrchestratorConversationUpdated,
    typeof OrchestratorParticipantAdded,
    typeof OrchestratorParticipantRemoved,
    typeof OrchestratorParticipantUpdated,
  ],
  'nothing'
> = union({
  title: 'Conversation Orchestrator event',
  by: 'eventType',
  members: [
    OrchestratorCommunicationCreated,
    OrchestratorConversationCreated,
    OrchestratorConversationUpdated,
    OrchestratorParticipantAdded,
    OrchestratorParticipantRemoved,
    OrchestratorParticipantUpdated,
  ],
  expects: 'nothing',
});
