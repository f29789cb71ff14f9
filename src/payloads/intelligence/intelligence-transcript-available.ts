import { openEnum, optional, sid, text } from '../schema/fields.js';
import type { PayloadOf } from '../schema/form.js';
import { json } from '../schema/json.js';
import type { PayloadSchema } from '../schema/schema.js';

const parameters = {
  /** The transcript. Its sentences and its operators' results are to be fetched over REST: no parameter has them, or a status. */
  transcript_sid: sid('GT'),
  /** The account that owns the service. Its auth token signs the request; some report that it comes unsigned. */
  account_sid: optional(sid('AC')),
  /** The Intelligence service: `GA…`. */
  service_sid: optional(sid('GA')),
  /** What happened; no other value is confirmed. */
  event_type: openEnum('voice_intelligence_transcript_available'),
  /** What you gave the transcript to know it by, often a call's SID; absent where you gave nothing. */
  customer_key: optional(text()),
  /** The public key that the transcript is encrypted with; absent without encryption. */
  encryption_credential_sid: optional(sid('CR')),
};

/** A transcript and the results of its operators are ready. */
export interface IntelligenceTranscriptAvailable extends PayloadOf<typeof parameters> {}

/** Sent as JSON to the webhook URL of an Intelligence service of version 2. Answer with any 2xx. */
export const IntelligenceTranscriptAvailable: PayloadSchema<
  IntelligenceTranscriptAvailable,
  'intelligence.transcript-available',
  'nothing'
> = json({
  kind: 'intelligence.transcript-available',
  title: 'Voice or Conversation Intelligence (classic, v2) transcript',
  expects: 'nothing',
  signs: [{ has: ['transcript_sid', 'event_type'] }],
  parameters: [parameters],
});
