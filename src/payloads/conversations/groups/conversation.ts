import { jsonText, openEnum, optional, sid, text } from '../../schema/fields.js';

/** What describes a conversation as a whole. */
export const conversationParameters = {
  /** A name for people to read, when one was given. */
  FriendlyName: optional(text()),
  /** A name that the API takes in place of the SID, when one was given. */
  UniqueName: optional(text()),
  /** Your own data about the conversation: a JSON object, empty when you set none. */
  Attributes: optional(jsonText()),
  /** The Messaging Service that carries messages to and from phones: `MG…`. */
  MessagingServiceSid: optional(sid('MG')),
  /** Whether the conversation takes messages: a closed one does not, and lets its addresses go. */
  State: optional(openEnum('active', 'inactive', 'closed', 'initializing')),
};
