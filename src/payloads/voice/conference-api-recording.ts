import { oneOf, sid } from '../schema/fields.js';
import { form, type Override, type PayloadOf } from '../schema/form.js';
import type { PayloadSchema } from '../schema/schema.js';
import { recordingParameters } from './groups/recording.js';

const parameters = {
  /** `StartConferenceRecordingAPI`. */
  RecordingSource: oneOf('StartConferenceRecordingAPI'),
  /** The conference that was recorded: `CF…`. */
  ConferenceSid: sid('CF'),
};

/** A change of a recording that the REST API started in a running conference. */
export interface ConferenceApiRecording extends PayloadOf<Override<typeof recordingParameters, typeof parameters>> {}

/** Sent to the URL that was given to the REST API with the recording. Answer with any 2xx. */
export const ConferenceApiRecording: PayloadSchema<ConferenceApiRecording, 'voice.recording.conference-api', 'nothing'> = form({
  kind: 'voice.recording.conference-api',
  title: 'Recording status: conference recording started by REST',
  expects: 'nothing',
  signs: [{ is: { RecordingSource: 'StartConferenceRecordingAPI' }, has: ['RecordingStatus'] }],
  parameters: [recordingParameters, parameters],
});
