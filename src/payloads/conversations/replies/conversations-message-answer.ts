import * as z from 'zod';
import { lazyObject } from '../../schema/lazily.js';

/** Allows a message, and changes it if you like. An empty object lets it through as it is. */
export interface ConversationsMessageAnswer {
  /** The text to post in place of the author's. */
  body?: string | undefined;
  /** The author to name in place of the real one. */
  author?: string | undefined;
  /** Your own data to keep with the message: the text of a JSON object, as `JSON.stringify` makes it, never an object. */
  attributes?: string | undefined;
}

/** Answers `ConversationsOnMessageAdd` and `ConversationsOnMessageUpdate`. To refuse the message return a `Response` of 4xx. */
export const ConversationsMessageAnswer: z.ZodType<ConversationsMessageAnswer> = /* @__PURE__ */ lazyObject(() =>
  z.strictObject({
    body: z.string().optional(),
    author: z.string().optional(),
    attributes: z.string().optional(),
  }),
);
