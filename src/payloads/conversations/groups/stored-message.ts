import { integer, optional, sid, timestamp } from '../../schema/fields.js';

/** What a message has from the moment that it is posted. */
export const storedMessageParameters = {
  /** The message. Where it travelled over a channel it has another SID there. */
  MessageSid: sid('IM'),
  /** Its place in the conversation, from 0. */
  Index: optional(integer()),
  /** When it was posted: ISO 8601 with milliseconds, in UTC. */
  DateCreated: optional(timestamp('iso8601')),
};
