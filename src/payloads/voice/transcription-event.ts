import { type PayloadUnion, union } from '../schema/union.js';
import { TranscriptionContent } from './transcription-content.js';
import { TranscriptionError } from './transcription-error.js';
import { TranscriptionOther } from './transcription-other.js';
import { TranscriptionStarted } from './transcription-started.js';
import { TranscriptionStopped } from './transcription-stopped.js';

/** Something that happened in a real-time transcription: `TranscriptionEvent` tells. */
export type TranscriptionEvent =
  | TranscriptionContent
  | TranscriptionError
  | TranscriptionStarted
  | TranscriptionStopped
  | TranscriptionOther;

/** Sent to the `statusCallbackUrl` of `<Transcription>`, or to the one given to the Transcriptions API. Answer with any 2xx. */
export const TranscriptionEvent: PayloadUnion<
  readonly [
    typeof TranscriptionContent,
    typeof TranscriptionError,
    typeof TranscriptionStarted,
    typeof TranscriptionStopped,
    typeof TranscriptionOther,
  ],
  'nothing'
> = union({
  title: 'Real-time transcription event',
  by: 'TranscriptionEvent',
  members: [TranscriptionContent, TranscriptionError, TranscriptionStarted, TranscriptionStopped, TranscriptionOther],
  expects: 'nothing',
});
