import { openEnum, optional, sid, text, timestamp } from '../../schema/fields.js';
import type { PayloadOf } from '../../schema/form.js';
import { jsonList, jsonObject, nullable } from '../../schema/json-fields.js';
import { channel } from './channel.js';

const addressFields = {
  /** What the address belongs to. */
  channel: optional(channel),
  /** Where the participant is reached: a number in E.164, an identity or a channel address. */
  address: optional(text()),
  /** The call, message thread or other resource behind it; absent or `null` where there is none. */
  channelId: optional(nullable(text())),
};

/** Where a participant is reached. */
export interface OrchestratorAddress extends PayloadOf<typeof addressFields> {}

const fields = {
  /** The participant: `conv_participant_…`. */
  id: text(),
  /** The conversation: `conv_conversation_…`. */
  conversationId: optional(text()),
  /** The account that owns it. Its auth token signs the request. */
  accountId: optional(sid('AC')),
  /** What the participant is called; absent or `null` where nobody knows. */
  name: optional(nullable(text())),
  /** Who it is. */
  type: optional(openEnum('HUMAN_AGENT', 'CUSTOMER', 'AI_AGENT', 'AGENT', 'UNKNOWN')),
  /** The customer's profile in Conversation Memory; absent or `null` where there is none. */
  profileId: optional(nullable(text())),
  /** Where the participant is reached. */
  addresses: optional(jsonList(jsonObject<OrchestratorAddress>(addressFields))),
  /** When the participant was added, in UTC. */
  createdAt: optional(timestamp('iso8601')),
  /** When the participant last changed, in UTC. */
  updatedAt: optional(timestamp('iso8601')),
};

/** Somebody, or something, that takes part in a conversation of Conversation Orchestrator. */
export interface OrchestratorParticipant extends PayloadOf<typeof fields> {}

export const participantParameters = {
  /** The participant as it is now. */
  data: jsonObject<OrchestratorParticipant>(fields),
};
