import { integer, oneOf, optional, text } from '../schema/fields.js';
import { form, type Override, type PayloadOf } from '../schema/form.js';
import type { PayloadSchema } from '../schema/schema.js';
import { transcriptionEventParameters } from './groups/transcription-event.js';

const parameters = {
  /** `transcription-error`. */
  TranscriptionEvent: oneOf('transcription-error'),
  /** Twilio's error number, from 32650 to 32655. */
  TranscriptionErrorCode: optional(integer()),
  /** What the number means. */
  TranscriptionError: optional(text()),
};

/** A real-time transcription failed. */
export interface TranscriptionError extends PayloadOf<Override<typeof transcriptionEventParameters, typeof parameters>> {}

/** Sent when the engine cannot go on, for one. See `TranscriptionEvent`. Answer with any 2xx. */
export const TranscriptionError: PayloadSchema<TranscriptionError, 'voice.transcription.error', 'nothing'> = form({
  kind: 'voice.transcription.error',
  title: 'Real-time transcription error',
  expects: 'nothing',
  signs: [{ is: { TranscriptionEvent: 'transcription-error' } }],
  parameters: [transcriptionEventParameters, parameters],
});
