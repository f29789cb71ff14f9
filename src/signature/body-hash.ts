import { describeGiven } from '../request/describe-given.js';
import { splitUrl } from '../request/urls.js';
import { hashSha256 } from './hmac.js';

/**
 * Computes what Twilio writes into the query parameter `bodySHA256` of webhooks whose body is no form: the SHA-256 of the raw bytes, as 64
 * lower-case hexadecimal digits. Text is taken as UTF-8.
 *
 * @throws TypeError when it is neither text nor bytes, as a body that was parsed.
 */
export function bodySha256(body: string | Uint8Array): string {
  if (typeof body !== 'string' && !ArrayBuffer.isView(body))
    throw new TypeError(`bodySha256() takes the raw body, as text or a Uint8Array, and got ${describeGiven(body)}.`);
  return hashSha256(body);
}

/**
 * Lists the hashes in a URL's query. There is more than one when the configured URL was copied from a request, and nothing tells which
 * one Twilio added; all of them are under the signature, so that each may be the body's.
 */
export function readBodyHashes(url: string): readonly string[] {
  if (!url.includes(PREFIX)) return [];
  const query = splitUrl(url)?.query.slice(1) ?? '';
  return query
    .split('&')
    .filter((pair) => pair.startsWith(PREFIX))
    .map((pair) => pair.slice(PREFIX.length));
}

const PREFIX = 'bodySHA256=';
