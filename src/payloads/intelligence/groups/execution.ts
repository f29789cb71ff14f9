import { openEnum, optional, text, timestamp } from '../../schema/fields.js';
import type { PayloadOf } from '../../schema/form.js';
import { jsonList, jsonObject, nullable } from '../../schema/json-fields.js';

const triggerParameters = {
  /** What made the rule run. */
  on: optional(openEnum('COMMUNICATION', 'CONVERSATION_END', 'CONVERSATION_INACTIVE')),
  /** When, in UTC, to the nanosecond. */
  timestamp: optional(timestamp('iso8601')),
};

/** Why a rule ran. */
export interface IntelligenceTrigger extends PayloadOf<typeof triggerParameters> {}

const communicationParameters = {
  /** The first one that the operator looked at: `conv_communication_…`. */
  first: optional(text()),
  /** The last one. */
  last: optional(text()),
};

/** Which part of the conversation an operator looked at. */
export interface IntelligenceCommunications extends PayloadOf<typeof communicationParameters> {}

const participantParameters = {
  /** The participant: `conv_participant_…`. */
  id: optional(text()),
  /** Who it is. */
  type: optional(openEnum('CUSTOMER', 'HUMAN_AGENT', 'AI_AGENT', 'AGENT', 'UNKNOWN')),
  /** The customer's profile, `mem_profile_…`; absent or `null` where there is none. */
  profileId: optional(nullable(text())),
  /** The participant of the media; in the types of Twilio's SDK, not in what was recorded. */
  mediaParticipantId: optional(nullable(text())),
};

/** Somebody who took part in the conversation. */
export interface IntelligenceParticipant extends PayloadOf<typeof participantParameters> {}

const memoryParameters = {
  /** The profile that was read. */
  profileId: optional(nullable(text())),
  /** The store that it is in. */
  memoryStoreId: optional(nullable(text())),
};

/** What an operator knew of a customer. */
export interface IntelligenceMemory extends PayloadOf<typeof memoryParameters> {}

const sourceParameters = {
  /** The knowledge base. */
  baseId: optional(text()),
  /** The source in it. */
  sourceId: optional(text()),
};

/** A source of knowledge. */
export interface IntelligenceKnowledgeSource extends PayloadOf<typeof sourceParameters> {}

const knowledgeParameters = {
  /** The sources that were read. */
  sources: optional(nullable(jsonList(jsonObject<IntelligenceKnowledgeSource>(sourceParameters)))),
};

/** What an operator looked up. */
export interface IntelligenceKnowledge extends PayloadOf<typeof knowledgeParameters> {}

const contextParameters = {
  /** What it knew of the customer; absent or `null` where nothing. */
  memory: optional(nullable(jsonObject<IntelligenceMemory>(memoryParameters))),
  /** What it looked up; absent or `null` where nothing. */
  knowledge: optional(nullable(jsonObject<IntelligenceKnowledge>(knowledgeParameters))),
};

/** What an operator had to go by besides the conversation. */
export interface IntelligenceContext extends PayloadOf<typeof contextParameters> {}

export const executionParameters = {
  /** Why the rule ran. */
  trigger: optional(jsonObject<IntelligenceTrigger>(triggerParameters)),
  /** Which part of the conversation the operator looked at. */
  communications: optional(jsonObject<IntelligenceCommunications>(communicationParameters)),
  /** The channels that the conversation used, in capitals: `WHATSAPP`, `SMS`, `VOICE`, `RCS`, `CHAT`, `EMAIL` and so on. */
  channels: optional(jsonList(text())),
  /** Who took part. */
  participants: optional(jsonList(jsonObject<IntelligenceParticipant>(participantParameters))),
  /** What the operator had to go by besides. */
  resolvedContext: optional(nullable(jsonObject<IntelligenceContext>(contextParameters))),
};

/** How an operator came to its result. */
export interface IntelligenceExecution extends PayloadOf<typeof executionParameters> {}
