import { jsonText, optional, sid, textOrEmpty } from '../../schema/fields.js';

/** What describes a message. */
export const messageParameters = {
  /** The channel that the message is in: `CH…`. */
  ChannelSid: sid('CH'),
  /** The text; empty when there is only a file. */
  Body: textOrEmpty(),
  /** Your own data about the message: a JSON object, empty or absent when you set none. */
  Attributes: optional(jsonText()),
  /** The identity of the author. */
  From: textOrEmpty(),
};
