import * as z from 'zod';
import { lazyObject } from '../../schema/lazily.js';

/** Allows a conversation or its change, and alters it if you like. An empty object lets it through as it is. */
export interface ConversationsConversationAnswer {
  /** The name for people to read, in place of the one that was given. */
  friendly_name?: string | undefined;
  /** Your own data to keep with the conversation: the text of a JSON object. No table allows it, and yet Twilio's own sample sends it. */
  attributes?: string | undefined;
}

/** Answers `ConversationsOnConversationAdd` and `ConversationsOnConversationUpdate`. To refuse return a `Response` of 4xx. */
export const ConversationsConversationAnswer: z.ZodType<ConversationsConversationAnswer> = /* @__PURE__ */ lazyObject(() =>
  z.strictObject({
    friendly_name: z.string().optional(),
    attributes: z.string().optional(),
  }),
);
