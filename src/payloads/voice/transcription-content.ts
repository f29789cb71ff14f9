import * as z from 'zod';
import { decimal, flag, jsonText, oneOf, openEnum, optional, text } from '../schema/fields.js';
import { form, type Override, type PayloadOf } from '../schema/form.js';
import { lazyObject } from '../schema/lazily.js';
import type { PayloadSchema } from '../schema/schema.js';
import { transcriptionEventParameters } from './groups/transcription-event.js';

/** What was said. */
export interface TranscriptionData {
  /** The words; before the utterance is over, all of them so far. */
  readonly transcript: string;
  /** How sure the engine is, from 0 to 1; only once the utterance is over. */
  readonly confidence?: number | null | undefined;
}

// @__NO_SIDE_EFFECTS__
function makeTranscriptionData() {
  return z.looseObject({ transcript: z.string(), confidence: z.number().nullish() });
}

const parameters = {
  /** `transcription-content`. */
  TranscriptionEvent: oneOf('transcription-content'),
  /** What was said. */
  TranscriptionData: jsonText(lazyObject<TranscriptionData>(makeTranscriptionData)),
  /** Whether the utterance is over: what came before is replaced. */
  Final: optional(flag()),
  /** Which side spoke. */
  Track: optional(openEnum('inbound_track', 'outbound_track')),
  /** The language that was spoken: BCP 47. */
  LanguageCode: optional(text()),
  /** How unlikely the words are to change, from 0 to 1; only before the utterance is over, and not from every engine. */
  Stability: optional(decimal()),
  /** What the engine itself sent, in its own form, when that was asked for. The documentation's own example is no JSON. */
  TranscriptionProviderData: optional(jsonText()),
};

/** Something was said in a call that is transcribed. */
export interface TranscriptionContent extends PayloadOf<Override<typeof transcriptionEventParameters, typeof parameters>> {}

/** Sent for each utterance, with partial results also within one. See `TranscriptionEvent`. Answer with any 2xx. */
export const TranscriptionContent: PayloadSchema<TranscriptionContent, 'voice.transcription.content', 'nothing'> = form({
  kind: 'voice.transcription.content',
  title: 'Real-time transcription content',
  expects: 'nothing',
  signs: [{ is: { TranscriptionEvent: 'transcription-content' } }],
  parameters: [transcriptionEventParameters, parameters],
});
