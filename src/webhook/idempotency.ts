import { readLatin1 } from '../request/latin1.js';
import { listHeaders, type PlainReply } from './plain-reply.js';
import type { Awaitable } from './reply.js';

/** A reply as it is kept for a retry. A store keeps all of it: its columns, where it has such, are these. */
export interface StoredReply {
  readonly status: number;
  /** The content type; absent where there is no body. */
  readonly contentType?: string | undefined;
  /** The other headers, such as `location` and `set-cookie`; absent where there are none. */
  readonly headers?: Readonly<Record<string, string | readonly string[]>> | undefined;
  /** The text of the body, or the base64 of one that is no text. */
  readonly body: string;
  /** Whether the body is base64. */
  readonly isBase64?: boolean | undefined;
}

/**
 * Remembers which webhooks were answered. A key names one webhook of one account; all its retries have the same. `keyvIdempotency`,
 * `postgresIdempotency` and `redisIdempotency` make one.
 *
 * Where a process may crash, claims have to end by themselves. A store whose claims do has `renew` and `leaseMs`, and is handed a `claim`
 * with every call: it names one run of a handler, so that a run that took too long cannot settle what another one has claimed meanwhile. To
 * a store without `renew` no claim is handed.
 */
export interface IdempotencyStore {
  /** Takes a key, atomically: `new` for the first, `busy` while that one is at work, and its reply after that. */
  claim(key: string, claim?: string): Awaitable<'new' | 'busy' | StoredReply>;
  /**
   * Keeps the reply of a claimed key, or gives the key back where there is none. Where claims have names it is called again, with the same reply
   * and claim, for as long as no call has succeeded: one that failed, or has no answer yet, may have been heard or not.
   */
  settle(key: string, reply: StoredReply | undefined, claim?: string): Awaitable<void>;
  /** Makes a claim last for another `leaseMs`. It is called while the handler is at work, three times in that time. */
  renew?(key: string, claim: string): Awaitable<unknown>;
  /** How long a claim lasts when nobody renews it, in milliseconds; after that its process is taken for crashed. */
  readonly leaseMs?: number | undefined;
}

/** Writes a reply as it is kept. */
export function storeReply(reply: PlainReply): StoredReply {
  const { 'content-type': contentType, ...headers } = Object.fromEntries(listHeaders(reply));
  return {
    status: reply.status,
    ...(typeof contentType === 'string' && { contentType }),
    ...(Object.keys(headers).length > 0 && { headers }),
    ...writeBody(reply.body ?? ''),
  };
}

/** Reads a reply that was kept, by this version or by one that knew neither other headers nor bytes. */
export function restoreReply({ status, contentType, headers, body, isBase64 }: StoredReply): PlainReply {
  return {
    status,
    headers: { ...headers, ...(typeof contentType === 'string' && { 'content-type': contentType }) },
    ...(body !== '' && { body: isBase64 === true ? readLatin1(atob(body)) : body }),
  };
}

function writeBody(body: string | Uint8Array): Pick<StoredReply, 'body' | 'isBase64'> {
  if (typeof body === 'string') return { body };
  const text = readText(body);
  return text === undefined ? { body: writeBase64(body), isBase64: true } : { body: text };
}

/** Reads bytes as text; `undefined` when they are none. */
export function readText(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Writes bytes as base64. */
export function writeBase64(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}
