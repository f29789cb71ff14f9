import { oneOf, sid } from '../schema/fields.js';
import { form, type Override, type PayloadOf } from '../schema/form.js';
import type { PayloadSchema } from '../schema/schema.js';
import { recordingParameters } from './groups/recording.js';

const parameters = {
  /** `OutboundAPI`. */
  RecordingSource: oneOf('OutboundAPI'),
  /** The call that was recorded; of a call with two legs, the one that dialled. */
  CallSid: sid('CA'),
};

/** A change of the recording of a call that was created with `Record`. */
export interface OutboundApiRecording extends PayloadOf<Override<typeof recordingParameters, typeof parameters>> {}

/** Sent to the `RecordingStatusCallback` of the Calls API or the Participants API. Answer with any 2xx. */
export const OutboundApiRecording: PayloadSchema<OutboundApiRecording, 'voice.recording.outbound-api', 'nothing'> = form({
  kind: 'voice.recording.outbound-api',
  title: 'Recording status: Calls API Record=true',
  expects: 'nothing',
  signs: [{ is: { RecordingSource: 'OutboundAPI' }, has: ['RecordingStatus'] }],
  parameters: [recordingParameters, parameters],
});
