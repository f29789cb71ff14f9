import * as z from 'zod';
import { lazyObject } from '../../schema/lazily.js';

/**
 * Allows a channel or its change, and alters it if you like. An empty object lets it through as it is.
 *
 * @deprecated Programmable Chat has ended. Use `ConversationsConversationAnswer`.
 */
export interface ChatChannelAnswer {
  /** The name for people to read, in place of the one that was given. */
  friendly_name?: string | undefined;
  /** The name for the API, in place of the one that was given. That Chat takes it is not confirmed. */
  unique_name?: string | undefined;
  /** Who may join. That Chat takes it is not confirmed. */
  type?: 'public' | 'private' | undefined;
  /** Your own data to keep with the channel: the text of a JSON object, never an object. As unconfirmed as `type`. */
  attributes?: string | undefined;
}

/**
 * Answers `ChatOnChannelAdd` and `ChatOnChannelUpdate`. To refuse return a `Response` of 4xx.
 *
 * @deprecated Programmable Chat has ended. Use `ConversationsConversationAnswer`.
 */
export const ChatChannelAnswer: z.ZodType<ChatChannelAnswer> = /* @__PURE__ */ lazyObject(() =>
  z.strictObject({
    friendly_name: z.string().optional(),
    unique_name: z.string().optional(),
    type: z.enum(['public', 'private']).optional(),
    attributes: z.string().optional(),
  }),
);
