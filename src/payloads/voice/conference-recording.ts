import { oneOf, sid } from '../schema/fields.js';
import { form, type Override, type PayloadOf } from '../schema/form.js';
import type { PayloadSchema } from '../schema/schema.js';
import { recordingParameters } from './groups/recording.js';

const parameters = {
  /** `Conference`. */
  RecordingSource: oneOf('Conference'),
  /** The conference that was recorded: `CF…`. */
  ConferenceSid: sid('CF'),
};

/** A change of a recording that `<Conference record>` or the Participants API made. */
export interface ConferenceRecording extends PayloadOf<Override<typeof recordingParameters, typeof parameters>> {}

/** Sent to the `recordingStatusCallback` of `<Conference>`, or to the one given to the Participants API. Answer with any 2xx. */
export const ConferenceRecording: PayloadSchema<ConferenceRecording, 'voice.recording.conference', 'nothing'> = form({
  kind: 'voice.recording.conference',
  title: 'Recording status: <Conference record>',
  expects: 'nothing',
  signs: [{ is: { RecordingSource: 'Conference' }, has: ['RecordingStatus'] }],
  parameters: [recordingParameters, parameters],
});
