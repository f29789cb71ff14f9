import * as z from 'zod';
import { lazyObject } from '../../schema/lazily.js';

/** Opens a session between whoever wrote or called and somebody else, and lets this message or call be its first interaction. */
export interface ProxySessionAnswer {
  /** The real address of the other one: a phone number in E.164. */
  participantIdentifier: string;
  /** A name of your own for the session, unique in the service. */
  uniqueName?: string | undefined;
  /** How many seconds without an interaction close the session. @default what the service says */
  ttl?: number | undefined;
  /** What the two can do in it. @default what the service says */
  mode?: 'message-only' | 'voice-only' | 'voice-and-message' | undefined;
}

/** Answers `ProxyOutOfSessionMessage` and `ProxyOutOfSessionCall`, as JSON. TwiML answers without a session. */
export const ProxySessionAnswer: z.ZodType<ProxySessionAnswer> = /* @__PURE__ */ lazyObject(() =>
  z.strictObject({
    participantIdentifier: z.string(),
    uniqueName: z.string().optional(),
    ttl: z.int().nonnegative().optional(),
    mode: z.enum(['message-only', 'voice-only', 'voice-and-message']).optional(),
  }),
);
