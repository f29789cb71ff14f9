import { optional, sid, text } from '../../schema/fields.js';

/** What describes a member of a channel. */
export const memberParameters = {
  /** The channel: `CH…`. */
  ChannelSid: sid('CH'),
  /** The name by which your own system knows the user. */
  Identity: optional(text()),
  /** The role in the channel, which says what the member may do. */
  RoleSid: optional(sid('RL')),
};
