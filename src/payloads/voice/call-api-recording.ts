import { oneOf, sid } from '../schema/fields.js';
import { form, type Override, type PayloadOf } from '../schema/form.js';
import type { PayloadSchema } from '../schema/schema.js';
import { recordingParameters } from './groups/recording.js';

const parameters = {
  /** `StartCallRecordingAPI`. */
  RecordingSource: oneOf('StartCallRecordingAPI'),
  /** The call that was recorded: `CA…`. */
  CallSid: sid('CA'),
};

/** A change of a recording that the REST API started on a live call. */
export interface CallApiRecording extends PayloadOf<Override<typeof recordingParameters, typeof parameters>> {}

/** Sent to the `RecordingStatusCallback` of the Call Recordings API. Answer with any 2xx. */
export const CallApiRecording: PayloadSchema<CallApiRecording, 'voice.recording.call-api', 'nothing'> = form({
  kind: 'voice.recording.call-api',
  title: 'Recording status: recording started on a live call by REST',
  expects: 'nothing',
  signs: [{ is: { RecordingSource: 'StartCallRecordingAPI' }, has: ['RecordingStatus'] }],
  parameters: [recordingParameters, parameters],
});
