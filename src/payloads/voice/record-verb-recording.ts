import { oneOf, sid } from '../schema/fields.js';
import { form, type Override, type PayloadOf } from '../schema/form.js';
import type { PayloadSchema } from '../schema/schema.js';
import { recordingParameters } from './groups/recording.js';

const parameters = {
  /** `RecordVerb`. */
  RecordingSource: oneOf('RecordVerb'),
  /** The call that was recorded: `CA…`. */
  CallSid: sid('CA'),
};

/** A change of a recording that `<Record>` made. */
export interface RecordVerbRecording extends PayloadOf<Override<typeof recordingParameters, typeof parameters>> {}

/** Sent to the `recordingStatusCallback` of `<Record>`. Answer with any 2xx. */
export const RecordVerbRecording: PayloadSchema<RecordVerbRecording, 'voice.recording.record-verb', 'nothing'> = form({
  kind: 'voice.recording.record-verb',
  title: 'Recording status: <Record>',
  expects: 'nothing',
  signs: [{ is: { RecordingSource: 'RecordVerb' }, has: ['RecordingStatus'] }],
  parameters: [recordingParameters, parameters],
});
