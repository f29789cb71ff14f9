import { type OptionalTable, optionalTable, unlisted } from '../schema/fields.js';
import { form, type Override, type PayloadOf } from '../schema/form.js';
import type { PayloadSchema } from '../schema/schema.js';
import { transcriptionEventParameters } from './groups/transcription-event.js';

const shared: OptionalTable<typeof transcriptionEventParameters> = /* @__PURE__ */ optionalTable(transcriptionEventParameters);

const parameters = {
  /** What happened, in a word that is not known. */
  TranscriptionEvent: unlisted(),
};

/** Something happened in a real-time transcription that this version does not know. */
export interface TranscriptionOther extends PayloadOf<Override<typeof shared, typeof parameters>> {}

/** Sent to the `statusCallbackUrl` of `<Transcription>`, where Twilio has added an event. See `TranscriptionEvent`. Answer with any 2xx. */
export const TranscriptionOther: PayloadSchema<TranscriptionOther, 'voice.transcription.other', 'nothing'> = form({
  kind: 'voice.transcription.other',
  title: 'Real-time transcription event that is not known',
  expects: 'nothing',
  signs: [{ otherwise: true, has: ['TranscriptionEvent', 'TranscriptionSid'] }],
  parameters: [shared, parameters],
});
