import { oneOf } from '../schema/fields.js';
import { form, type Override, type PayloadOf } from '../schema/form.js';
import type { PayloadSchema } from '../schema/schema.js';
import { transcriptionEventParameters } from './groups/transcription-event.js';

const parameters = {
  /** `transcription-stopped`. */
  TranscriptionEvent: oneOf('transcription-stopped'),
};

/** A real-time transcription was stopped, or its call ended. */
export interface TranscriptionStopped extends PayloadOf<Override<typeof transcriptionEventParameters, typeof parameters>> {}

/** The last event of a transcription, though content may arrive after it. See `TranscriptionEvent`. Answer with any 2xx. */
export const TranscriptionStopped: PayloadSchema<TranscriptionStopped, 'voice.transcription.stopped', 'nothing'> = form({
  kind: 'voice.transcription.stopped',
  title: 'Real-time transcription stopped',
  expects: 'nothing',
  signs: [{ is: { TranscriptionEvent: 'transcription-stopped' } }],
  parameters: [transcriptionEventParameters, parameters],
});
