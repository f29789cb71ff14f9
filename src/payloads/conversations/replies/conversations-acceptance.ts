import * as z from 'zod';
import { lazyObject } from '../../schema/lazily.js';

/** An empty object: it allows what is about to happen, of which nothing can be changed. */
export type ConversationsAcceptance = Readonly<Record<string, never>>;

/** Answers the pre-action webhooks that can only be allowed or refused. To refuse return a `Response` of 4xx. */
export const ConversationsAcceptance: z.ZodType<ConversationsAcceptance> = /* @__PURE__ */ lazyObject(() => z.strictObject({}));
