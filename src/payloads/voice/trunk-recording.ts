import { oneOf, sid } from '../schema/fields.js';
import { form, type Override, type PayloadOf } from '../schema/form.js';
import type { PayloadSchema } from '../schema/schema.js';
import { recordingParameters } from './groups/recording.js';

const parameters = {
  /** `Trunking`. */
  RecordingSource: oneOf('Trunking'),
  /** The call that was recorded: `CA…`. */
  CallSid: sid('CA'),
};

/** A change of the recording of a call over an Elastic SIP trunk. */
export interface TrunkRecording extends PayloadOf<Override<typeof recordingParameters, typeof parameters>> {}

/** Known from the REST resource alone: trunks take no callback URL so far. Answer with any 2xx. */
export const TrunkRecording: PayloadSchema<TrunkRecording, 'voice.recording.trunk', 'nothing'> = form({
  kind: 'voice.recording.trunk',
  title: 'Recording of an Elastic SIP trunk call',
  expects: 'nothing',
  signs: [{ is: { RecordingSource: 'Trunking' }, has: ['RecordingStatus'] }],
  parameters: [recordingParameters, parameters],
});
