import { openEnum, optional, sid, text, timestamp } from '../../schema/fields.js';
import type { PayloadOf } from '../../schema/form.js';
import { jsonList, jsonNumber, jsonObject, nullable } from '../../schema/json-fields.js';
import { channel } from './channel.js';

const authorFields = {
  /** Where it came from: a number in E.164, an identity or a channel address. */
  address: optional(text()),
  /** What it came over. */
  channel: optional(channel),
  /** The participant: `conv_participant_…`. */
  participantId: optional(text()),
};

/** Who said or wrote something. */
export interface OrchestratorAuthor extends PayloadOf<typeof authorFields> {}

const recipientFields = {
  ...authorFields,
  /** How far it got on the way to this one. */
  deliveryStatus: optional(openEnum('INITIATED', 'IN_PROGRESS', 'DELIVERED', 'READ', 'COMPLETED', 'FAILED')),
};

/** Whom something was said or written to. */
export interface OrchestratorRecipient extends PayloadOf<typeof recipientFields> {}

const wordFields = {
  /** The word. */
  text: optional(text()),
  /** When it began, in UTC. */
  startTime: optional(timestamp('iso8601')),
  /** When it ended, in UTC. */
  endTime: optional(timestamp('iso8601')),
};

/** A word that was said. */
export interface OrchestratorWord extends PayloadOf<typeof wordFields> {}

const transcriptionFields = {
  /** Which side of the call spoke: 0 the one that called in, 1 the one that was called. */
  channel: optional(jsonNumber()),
  /** How sure the recognition is, from 0 to 1. */
  confidence: optional(jsonNumber()),
  /** What recognised it. */
  engine: optional(text()),
  /** The words, one by one. */
  words: optional(jsonList(jsonObject<OrchestratorWord>(wordFields))),
};

/** How speech was recognised. */
export interface OrchestratorTranscription extends PayloadOf<typeof transcriptionFields> {}

const contentFields = {
  /** Whether it was written or said. */
  type: optional(openEnum('TEXT', 'TRANSCRIPTION')),
  /** The words. */
  text: optional(text()),
  /** How they were recognised; of a `TRANSCRIPTION` alone. */
  transcription: optional(nullable(jsonObject<OrchestratorTranscription>(transcriptionFields))),
};

/** What was said or written. */
export interface OrchestratorContent extends PayloadOf<typeof contentFields> {}

const fields = {
  /** The communication: `comms_communication_…`. */
  id: text(),
  /** The conversation: `conv_conversation_…`. */
  conversationId: optional(text()),
  /** The account that owns it. Its auth token signs the request. */
  accountId: optional(sid('AC')),
  /** The service; seen in a test of Twilio's own alone. */
  serviceId: optional(text()),
  /** Who said or wrote it. */
  author: optional(jsonObject<OrchestratorAuthor>(authorFields)),
  /** What was said or written. */
  content: optional(jsonObject<OrchestratorContent>(contentFields)),
  /** The message or the call that it is from, such as `SM…`; absent or `null` where there is none. */
  channelId: optional(nullable(text())),
  /** The resource that it is kept as. */
  resourceId: optional(nullable(text())),
  /** Whom it was said or written to. */
  recipients: optional(jsonList(jsonObject<OrchestratorRecipient>(recipientFields))),
  /** When it was added, in UTC. */
  createdAt: optional(timestamp('iso8601')),
  /** When it last changed, in UTC. */
  updatedAt: optional(timestamp('iso8601')),
  /** When it was said or written, in UTC. */
  occurredAt: optional(timestamp('iso8601')),
};

/** A message, or a piece of what was said, of a conversation of Conversation Orchestrator. */
export interface OrchestratorCommunication extends PayloadOf<typeof fields> {}

export const communicationParameters = {
  /** What was said or written. */
  data: jsonObject<OrchestratorCommunication>(fields),
};
