import { optional, sid, timestamp } from '../../schema/fields.js';

/** What a message has from the moment that it is posted. */
export const storedMessageParameters = {
  /** The message: `IM…`. */
  MessageSid: sid('IM'),
  /** When it was posted: ISO 8601 with milliseconds, in UTC. */
  DateCreated: optional(timestamp('iso8601')),
};
