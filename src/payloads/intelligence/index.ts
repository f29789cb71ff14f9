export type {
  IntelligenceCommunications,
  IntelligenceContext,
  IntelligenceExecution,
  IntelligenceKnowledge,
  IntelligenceKnowledgeSource,
  IntelligenceMemory,
  IntelligenceParticipant,
  IntelligenceTrigger,
} from './groups/execution.js';
export type {
  IntelligenceEntity,
  IntelligenceMetadata,
  IntelligenceOperator,
  IntelligenceOperatorResult,
  IntelligenceOutput,
  IntelligenceSystemMetadata,
} from './groups/operator-result.js';
export { type IntelligenceConfiguration, IntelligenceOperatorResults } from './intelligence-operator-results.js';
export { IntelligenceTranscriptAvailable } from './intelligence-transcript-available.js';
