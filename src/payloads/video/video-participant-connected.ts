import { oneOf } from '../schema/fields.js';
import { form, type PayloadOf } from '../schema/form.js';
import type { PayloadSchema } from '../schema/schema.js';
import { participantParameters } from './groups/participant.js';
import { roomParameters } from './groups/room.js';

const parameters = {
  /** `participant-connected`. */
  StatusCallbackEvent: oneOf('participant-connected'),
};

/** Somebody came into a room. */
export interface VideoParticipantConnected extends PayloadOf<typeof participantParameters & typeof roomParameters & typeof parameters> {}

/** Sent to the status callback URL of a room, or of the account's default room settings. Answer with any 2xx. */
export const VideoParticipantConnected: PayloadSchema<VideoParticipantConnected, 'video.participant.connected', 'nothing'> = form({
  kind: 'video.participant.connected',
  title: 'Participant connected',
  expects: 'nothing',
  signs: [{ is: { StatusCallbackEvent: 'participant-connected' } }],
  parameters: [participantParameters, roomParameters, parameters],
});
