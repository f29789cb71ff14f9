import { oneOf } from '../schema/fields.js';
import { form, type PayloadOf } from '../schema/form.js';
import type { PayloadSchema } from '../schema/schema.js';
import { trackRecordingParameters } from './groups/recording.js';
import { roomParameters } from './groups/room.js';

const parameters = {
  /** `recording-started`. */
  StatusCallbackEvent: oneOf('recording-started'),
};

/** The recording of a track began. */
export interface VideoRecordingStarted extends PayloadOf<typeof trackRecordingParameters & typeof roomParameters & typeof parameters> {}

/** Sent to the status callback URL of a room, or of the account's default room settings. Answer with any 2xx. */
export const VideoRecordingStarted: PayloadSchema<VideoRecordingStarted, 'video.recording.started', 'nothing'> = form({
  kind: 'video.recording.started',
  title: 'Track recording started',
  expects: 'nothing',
  signs: [{ is: { StatusCallbackEvent: 'recording-started' } }],
  parameters: [trackRecordingParameters, roomParameters, parameters],
});
