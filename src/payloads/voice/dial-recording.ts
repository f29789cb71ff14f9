import { oneOf, sid } from '../schema/fields.js';
import { form, type Override, type PayloadOf } from '../schema/form.js';
import type { PayloadSchema } from '../schema/schema.js';
import { recordingParameters } from './groups/recording.js';

const parameters = {
  /** `DialVerb`. */
  RecordingSource: oneOf('DialVerb'),
  /** The call that was recorded; of a call with two legs, the one that dialled. */
  CallSid: sid('CA'),
};

/** A change of a recording that `<Dial record>` made. */
export interface DialRecording extends PayloadOf<Override<typeof recordingParameters, typeof parameters>> {}

/** Sent to the `recordingStatusCallback` of `<Dial>`. Answer with any 2xx. */
export const DialRecording: PayloadSchema<DialRecording, 'voice.recording.dial', 'nothing'> = form({
  kind: 'voice.recording.dial',
  title: 'Recording status: <Dial record>',
  expects: 'nothing',
  signs: [{ is: { RecordingSource: 'DialVerb' }, has: ['RecordingStatus'] }],
  parameters: [recordingParameters, parameters],
});
