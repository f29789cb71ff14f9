import { oneOf } from '../schema/fields.js';
import { form, type PayloadOf } from '../schema/form.js';
import type { PayloadSchema } from '../schema/schema.js';
import { roomParameters } from './groups/room.js';

const parameters = {
  /** `room-created`. */
  StatusCallbackEvent: oneOf('room-created'),
};

/** A room was made. */
export interface VideoRoomCreated extends PayloadOf<typeof roomParameters & typeof parameters> {}

/** Sent to the status callback URL of a room, or of the account's default room settings. Answer with any 2xx. */
export const VideoRoomCreated: PayloadSchema<VideoRoomCreated, 'video.room.created', 'nothing'> = form({
  kind: 'video.room.created',
  title: 'Room created',
  expects: 'nothing',
  signs: [{ is: { StatusCallbackEvent: 'room-created' } }],
  parameters: [roomParameters, parameters],
});
