import { jsonText, optional, sid, text, timestamp } from '../../schema/fields.js';

/** What describes a user of a Chat service. */
export const userParameters = {
  /** The user: `US…`. */
  UserSid: sid('US'),
  /** The name by which your own system knows the user. */
  Identity: optional(text()),
  /** A name for people to read, when one was given. */
  FriendlyName: optional(text()),
  /** The role in the service, which says what the user may do. */
  RoleSid: optional(sid('RL')),
  /** When the user was created: ISO 8601 with milliseconds, in UTC. */
  DateCreated: optional(timestamp('iso8601')),
  /** Your own data about the user: a JSON object, empty or absent when you set none. */
  Attributes: optional(jsonText()),
};
