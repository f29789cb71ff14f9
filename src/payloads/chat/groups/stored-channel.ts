import { optional, sid, timestamp } from '../../schema/fields.js';

/** What a channel has from the moment that it exists. */
export const storedChannelParameters = {
  /** The channel: `CH…`. */
  ChannelSid: sid('CH'),
  /** When it was created: ISO 8601 with milliseconds, in UTC. */
  DateCreated: optional(timestamp('iso8601')),
};
