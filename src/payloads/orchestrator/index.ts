export type {
  OrchestratorAuthor,
  OrchestratorCommunication,
  OrchestratorContent,
  OrchestratorRecipient,
  OrchestratorTranscription,
  OrchestratorWord,
} from './groups/communication.js';
export type { OrchestratorConversation } from './groups/conversation.js';
export type { OrchestratorAddress, OrchestratorParticipant } from './groups/participant.js';
export { OrchestratorCommunicationCreated } from './orchestrator-communication-created.js';
export { OrchestratorConversationCreated } from './orchestrator-conversation-created.js';
export { OrchestratorConversationUpdated } from './orchestrator-conversation-updated.js';
export { OrchestratorEvent } from './orchestrator-event.js';
export { OrchestratorParticipantAdded } from './orchestrator-participant-added.js';
export { OrchestratorParticipantRemoved } from './orchestrator-participant-removed.js';
export { OrchestratorParticipantUpdated } from './orchestrator-participant-updated.js';
