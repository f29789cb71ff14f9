import { optional, sid, timestamp } from '../../schema/fields.js';

/** What a participant has from the moment of joining. */
export const storedParticipantParameters = {
  /** The participant: `MB…`. */
  ParticipantSid: sid('MB'),
  /** When the participant joined: ISO 8601 with milliseconds, in UTC. */
  DateCreated: optional(timestamp('iso8601')),
};
