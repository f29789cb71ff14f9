import type { Awaitable } from './reply.js';

/** A reply as it is kept for a retry. */
export interface StoredReply {
  readonly status: number;
  /** The content type; absent where there is no body. */
  readonly contentType?: string | undefined;
  readonly body: string;
}

/**
 * Remembers which webhooks were answered. A key names one webhook of one account; all its retries have the same. `keyvIdempotency` and
 * `redisIdempotency` make one.
 */
export interface IdempotencyStore {
  /** Takes a key, atomically: `new` for the first, `busy` while that one is at work, and its reply after that. */
  claim(key: string): Awaitable<'new' | 'busy' | StoredReply>;
  /** Keeps the reply of a claimed key, or gives the key back where there is none. */
  settle(key: string, reply: StoredReply | undefined): Awaitable<void>;
}

/** Copies a reply, to be kept. The response can still be sent. */
export async function storeReply(response: Response): Promise<StoredReply> {
  const contentType = response.headers.get('content-type');
  return { status: response.status, ...(contentType !== null && { contentType }), body: await response.clone().text() };
}

/** Makes the reply again that was kept. */
export function restoreReply({ status, contentType, body }: StoredReply): Response {
  const headers = contentType === undefined ? undefined : { 'content-type': contentType };
  return new Response(body === '' ? null : body, { status, ...(headers && { headers }) });
}
