import { integer, oneOf, optional } from '../schema/fields.js';
import { form, type PayloadOf } from '../schema/form.js';
import type { PayloadSchema } from '../schema/schema.js';
import { participantParameters } from './groups/participant.js';
import { roomParameters } from './groups/room.js';

const parameters = {
  /** `participant-disconnected`. */
  StatusCallbackEvent: oneOf('participant-disconnected'),
  /** Seconds that the participant was in the room. */
  ParticipantDuration: optional(integer()),
};

/** Somebody left a room. */
export interface VideoParticipantDisconnected extends PayloadOf<typeof participantParameters & typeof roomParameters & typeof parameters> {}

/** Sent to the status callback URL of a room, or of the account's default room settings. Answer with any 2xx. */
export const VideoParticipantDisconnected: PayloadSchema<VideoParticipantDisconnected, 'video.participant.disconnected', 'nothing'> = form({
  kind: 'video.participant.disconnected',
  title: 'Participant disconnected',
  expects: 'nothing',
  signs: [{ is: { StatusCallbackEvent: 'participant-disconnected' } }],
  parameters: [participantParameters, roomParameters, parameters],
});
