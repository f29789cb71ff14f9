import * as z from 'zod';
import { lazyObject } from '../../schema/lazily.js';

/**
 * Allows a message, and changes it if you like. An empty object lets it through as it is.
 *
 * @deprecated Programmable Chat has ended. Use `ConversationsMessageAnswer`.
 */
export interface ChatMessageAnswer {
  /** The text to post in place of the author's. */
  body?: string | undefined;
  /** The author to name in place of the real one. Known from Conversations; that Chat takes it is not confirmed. */
  author?: string | undefined;
  /** Your own data to keep with the message: the text of a JSON object, never an object. As unconfirmed as `author`. */
  attributes?: string | undefined;
}

/**
 * Answers `ChatOnMessageSend` and `ChatOnMessageUpdate`. To refuse the message return a `Response` of 4xx.
 *
 * @deprecated Programmable Chat has ended. Use `ConversationsMessageAnswer`.
 */
export const ChatMessageAnswer: z.ZodType<ChatMessageAnswer> = /* @__PURE__ */ lazyObject(() =>
  z.strictObject({
    body: z.string().optional(),
    author: z.string().optional(),
    attributes: z.string().optional(),
  }),
);
