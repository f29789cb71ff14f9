import { jsonText, optional, sid, textOrEmpty } from '../../schema/fields.js';
import { mediaList } from './media.js';

/** What describes a message. */
export const messageParameters = {
  /** The conversation that the message is in: `CH…`. */
  ConversationSid: sid('CH'),
  /** The text; empty when there is only media, where Twilio may leave it out. */
  Body: textOrEmpty(),
  /** Who wrote it: the identity of a chat user, or an address such as `whatsapp:+15005550006`; `system` when the API was not told. */
  Author: textOrEmpty(),
  /** The participant who wrote it; absent when the author takes no part in the conversation. */
  ParticipantSid: optional(sid('MB')),
  /** Your own data about the message: a JSON object, empty when you set none. */
  Attributes: optional(jsonText()),
  /** The files of the message; absent when there are none. */
  Media: optional(jsonText(mediaList)),
};
