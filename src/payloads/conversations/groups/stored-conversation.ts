import { optional, sid, timestamp } from '../../schema/fields.js';

/** What a conversation has from the moment that it exists. */
export const storedConversationParameters = {
  /** The conversation: `CH…`. */
  ConversationSid: sid('CH'),
  /** When the conversation was created: ISO 8601 with milliseconds, in UTC. */
  DateCreated: optional(timestamp('iso8601')),
  /** When the conversation was last changed: ISO 8601 with milliseconds, in UTC. */
  DateUpdated: optional(timestamp('iso8601')),
};
