import { jsonText, openEnum, optional, text } from '../../schema/fields.js';

/** What describes a channel. */
export const channelParameters = {
  /** Your own data about the channel: a JSON object, empty or absent when you set none. */
  Attributes: optional(jsonText()),
  /** The identity of the user who made the channel. */
  CreatedBy: optional(text()),
  /** A name for people to read, when one was given. */
  FriendlyName: optional(text()),
  /** A name that the API takes in place of the SID, when one was given. */
  UniqueName: optional(text()),
  /** Who may join: everybody, or whoever is invited. The list of `onChannelUpdate` leaves it out. */
  ChannelType: optional(openEnum('public', 'private')),
};
