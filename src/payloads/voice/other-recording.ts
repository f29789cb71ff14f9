import { type OptionalTable, optional, optionalTable, unlisted } from '../schema/fields.js';
import { form, type Override, type PayloadOf } from '../schema/form.js';
import type { PayloadSchema } from '../schema/schema.js';
import { recordingParameters } from './groups/recording.js';

const shared: OptionalTable<typeof recordingParameters> = /* @__PURE__ */ optionalTable(recordingParameters);

const parameters = {
  /** What started the recording, in a word that is not known; absent where the sender leaves it out. */
  RecordingSource: optional(unlisted()),
};

/** A change of a recording whose source is not told, or not known. */
export interface OtherRecording extends PayloadOf<Override<typeof shared, typeof parameters>> {}

/** Sent to the status callback URL of a recording, by something that this version does not know. Answer with any 2xx. */
export const OtherRecording: PayloadSchema<OtherRecording, 'voice.recording.other', 'nothing'> = form({
  kind: 'voice.recording.other',
  title: 'Recording status: started in a way that is not known',
  expects: 'nothing',
  signs: [{ otherwise: true, has: ['RecordingSid', 'RecordingStatus'] }],
  parameters: [shared, parameters],
});
