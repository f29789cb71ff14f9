import * as z from 'zod';
import { lazyObject } from '../../schema/lazily.js';

/**
 * An empty object: it allows what is about to happen, of which nothing can be changed.
 *
 * @deprecated Programmable Chat has ended. Use `ConversationsAcceptance`.
 */
export type ChatAcceptance = Readonly<Record<string, never>>;

/**
 * Answers the pre-event webhooks that can only be allowed or refused. To refuse return a `Response` of 4xx.
 *
 * @deprecated Programmable Chat has ended. Use `ConversationsAcceptance`.
 */
export const ChatAcceptance: z.ZodType<ChatAcceptance> = /* @__PURE__ */ lazyObject(() => z.strictObject({}));
