import type { Awaitable } from './reply.js';

/** A reply as it is kept for a retry. */
export interface StoredReply {
  readonly status: number;
  /** The content type; absent where there is no body. */
  readonly contentType?: string | undefined;
  readonly body: string;
}

/** Remembers which webhooks were answered. A key names one webhook of one account; all its retries have the same. */
export interface IdempotencyStore {
  /** Takes a key, atomically: `new` for the first, `busy` while that one is at work, and its reply after that. */
  claim(key: string): Awaitable<'new' | 'busy' | StoredReply>;
  /** Keeps the reply of a claimed key, or gives the key back where there is none. */
  settle(key: string, reply: StoredReply | undefined): Awaitable<void>;
}

/** Keeps a reply. What it returns is sent in its place, since a body can be read only once. */
export async function storeReply(response: Response): Promise<{ readonly stored: StoredReply; readonly response: Response }> {
  const stored: StoredReply = {
    status: response.status,
    contentType: response.headers.get('content-type') ?? undefined,
    body: await response.clone().text(),
  };
  return { stored, response };
}

/** Makes the reply again that was kept. */
export function restoreReply({ status, contentType, body }: StoredReply): Response {
  const headers = contentType === undefined ? undefined : { 'content-type': contentType };
  return new Response(body === '' ? null : body, { status, ...(headers && { headers }) });
}
