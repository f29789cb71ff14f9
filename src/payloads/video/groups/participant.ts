import { openEnum, optional, sid, text } from '../../schema/fields.js';

/** Who did something in a room. */
export const participantParameters = {
  /** The participant: `PA…`. */
  ParticipantSid: sid('PA'),
  /** The identity of the participant's access token. */
  ParticipantIdentity: optional(text()),
  /** Whether the participant is in the room. */
  ParticipantStatus: optional(openEnum('connected', 'disconnected', 'reconnecting')),
};
