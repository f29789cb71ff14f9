import { openEnum, optional, sid, text, timestamp } from '../schema/fields.js';
import type { PayloadOf } from '../schema/form.js';
import { json } from '../schema/json.js';
import { jsonList, jsonNumber, jsonRecord, jsonValue, nullable } from '../schema/json-fields.js';
import type { PayloadSchema } from '../schema/schema.js';

const parameters = {
  /** The transcription. */
  id: optional(text()),
  /** The account that owns it: `AC…`. */
  accountId: optional(sid('AC')),
  /** How far it got. */
  status: optional(openEnum('COMPLETED', 'FAILED')),
  /** The transcription configuration that it follows. */
  transcriptionConfigurationId: optional(text()),
  /** The recording that was transcribed. */
  mediaUrl: optional(nullable(text())),
  /** The resource that the recording is from. */
  sourceId: optional(nullable(text())),
  /** When the recording began, in UTC. */
  audioStartedAt: optional(nullable(timestamp('iso8601'))),
  /** The Conversation Orchestrator conversation that it belongs to; absent or `null` without one. */
  conversationId: optional(nullable(text())),
  /** Who speaks in it. */
  participants: optional(nullable(jsonList(jsonRecord(jsonValue())))),
  /** How long the recording is. */
  duration: optional(nullable(jsonNumber())),
  /** What was said, sentence by sentence, with speaker, times and confidence. */
  sentences: optional(nullable(jsonList(jsonRecord(jsonValue())))),
  /** When it was asked for, in UTC. */
  createdAt: optional(timestamp('iso8601')),
  /** When it last changed, in UTC. */
  updatedAt: optional(timestamp('iso8601')),
};

/** A batch transcription is done, or failed. Its body was not seen: the names are those of the REST resource, and all may be absent. */
export interface BatchTranscription extends PayloadOf<typeof parameters> {}

/**
 * Sent as JSON to the status callback of a transcription configuration. Answer with any 2xx: Twilio tries again three times on 408, 425, 429
 * and 5xx, and does not send more than 1 MB at all (errors 17580 and 17564).
 */
export const BatchTranscription: PayloadSchema<BatchTranscription, 'voice.batch-transcription', 'nothing'> = json({
  kind: 'voice.batch-transcription',
  title: 'Batch transcription callback',
  expects: 'nothing',
  methods: ['POST'],
  // Nobody has shown a body, so nothing is known that tells it apart.
  identifiable: false,
  signs: [],
  parameters: [parameters],
});
