import { oneOf, sid } from '../schema/fields.js';
import { form, type Override, type PayloadOf } from '../schema/form.js';
import type { PayloadSchema } from '../schema/schema.js';
import { recordingParameters } from './groups/recording.js';

const parameters = {
  /** `StartCallRecordingTwiML`, though the documentation prints `OutboundAPI`. */
  RecordingSource: oneOf('StartCallRecordingTwiML'),
  /** The call that was recorded: `CA…`. */
  CallSid: sid('CA'),
};

/** A change of a recording that `<Start><Recording>` runs in the background. */
export interface StartRecording extends PayloadOf<Override<typeof recordingParameters, typeof parameters>> {}

/** Sent to the `recordingStatusCallback` of `<Recording>`. Answer with any 2xx. */
export const StartRecording: PayloadSchema<StartRecording, 'voice.recording.start', 'nothing'> = form({
  kind: 'voice.recording.start',
  title: 'Recording status: <Start><Recording>',
  expects: 'nothing',
  signs: [{ is: { RecordingSource: 'StartCallRecordingTwiML' }, has: ['RecordingStatus'] }],
  parameters: [recordingParameters, parameters],
});
