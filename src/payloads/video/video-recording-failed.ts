import { oneOf, openEnum, optional } from '../schema/fields.js';
import { form, type PayloadOf } from '../schema/form.js';
import type { PayloadSchema } from '../schema/schema.js';
import { trackRecordingParameters } from './groups/recording.js';
import { roomParameters } from './groups/room.js';

const parameters = {
  /** `recording-failed`. */
  StatusCallbackEvent: oneOf('recording-failed'),
  /** Which step failed. */
  FailedOperation: optional(openEnum('RecordingStart', 'RecordingComplete', 'RecordingUpload')),
};

/** The recording of a track failed. */
export interface VideoRecordingFailed extends PayloadOf<typeof trackRecordingParameters & typeof roomParameters & typeof parameters> {}

/** Sent to the status callback URL of a room, or of the account's default room settings. Answer with any 2xx. */
export const VideoRecordingFailed: PayloadSchema<VideoRecordingFailed, 'video.recording.failed', 'nothing'> = form({
  kind: 'video.recording.failed',
  title: 'Track recording failed',
  expects: 'nothing',
  signs: [{ is: { StatusCallbackEvent: 'recording-failed' } }],
  parameters: [trackRecordingParameters, roomParameters, parameters],
});
