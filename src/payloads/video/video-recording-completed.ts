import { oneOf } from '../schema/fields.js';
import { form, type PayloadOf } from '../schema/form.js';
import type { PayloadSchema } from '../schema/schema.js';
import { mediaParameters } from './groups/media.js';
import { trackRecordingParameters } from './groups/recording.js';
import { roomParameters } from './groups/room.js';

const parameters = {
  /** `recording-completed`. */
  StatusCallbackEvent: oneOf('recording-completed'),
};

/** The recording of a track can be downloaded. */
export interface VideoRecordingCompleted
  extends PayloadOf<typeof mediaParameters & typeof trackRecordingParameters & typeof roomParameters & typeof parameters> {}

/** Sent to the status callback URL of a room, or of the account's default room settings. Answer with any 2xx. */
export const VideoRecordingCompleted: PayloadSchema<VideoRecordingCompleted, 'video.recording.completed', 'nothing'> = form({
  kind: 'video.recording.completed',
  title: 'Track recording completed',
  expects: 'nothing',
  signs: [{ is: { StatusCallbackEvent: 'recording-completed' } }],
  parameters: [mediaParameters, trackRecordingParameters, roomParameters, parameters],
});
