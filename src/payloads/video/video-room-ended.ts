import { integer, oneOf, optional } from '../schema/fields.js';
import { form, type PayloadOf } from '../schema/form.js';
import type { PayloadSchema } from '../schema/schema.js';
import { roomParameters } from './groups/room.js';

const parameters = {
  /** `room-ended`. */
  StatusCallbackEvent: oneOf('room-ended'),
  /** Seconds that the room was open. */
  RoomDuration: optional(integer()),
};

/** A room was closed, over REST or because nobody was in it. */
export interface VideoRoomEnded extends PayloadOf<typeof roomParameters & typeof parameters> {}

/** Sent to the status callback URL of a room, or of the account's default room settings. Answer with any 2xx. */
export const VideoRoomEnded: PayloadSchema<VideoRoomEnded, 'video.room.ended', 'nothing'> = form({
  kind: 'video.room.ended',
  title: 'Room ended',
  expects: 'nothing',
  signs: [{ is: { StatusCallbackEvent: 'room-ended' } }],
  parameters: [roomParameters, parameters],
});
