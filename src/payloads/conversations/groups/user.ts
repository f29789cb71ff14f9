import { jsonText, optional, sid, text } from '../../schema/fields.js';

/** What describes a user of a Conversation Service. */
export const userParameters = {
  /** The user: `US…`. */
  UserSid: sid('US'),
  /** The name by which your own system knows the user. */
  Identity: optional(text()),
  /** The role in the service, which says what the user may do. */
  RoleSid: optional(sid('RL')),
  /** Your own data about the user: a JSON object, empty when you set none. */
  Attributes: optional(jsonText()),
  /** A name for people to read, when one was given. */
  FriendlyName: optional(text()),
};
