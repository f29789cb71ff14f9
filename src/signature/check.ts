import type { SignatureErrorCode } from '../errors.js';
import { readHeader } from '../request/headers.js';
import { bodySha256, readBodyHashes } from './body-hash.js';
import { equalBytes } from './equal.js';
import { hmacSha1 } from './hmac.js';
import type { SignedRequest } from './request.js';
import { decodeSignature } from './signature-header.js';
import { type Coverage, coverBody } from './signed-text.js';
import { spellUrl } from './url-spellings.js';

/** What was found out about a request, as far as it was looked at. */
export interface Finding {
  /** Why the request is to be refused; absent when it is not. */
  readonly fault?: SignatureErrorCode;
  /** The 20 bytes of the header, one character each. */
  readonly signature?: string;
  readonly coverage?: Coverage;
  /** The spelling of the URL that was signed. */
  readonly url?: string;
}

/** Checks a request without the cost of an error. */
export function checkRequest(request: SignedRequest, tokens: readonly string[]): Finding {
  const header = readHeader(request.headers, 'x-twilio-signature');
  if (header === undefined || header === '') return { fault: 'SIGNATURE_MISSING' };
  const signature = decodeSignature(header);
  if (signature === undefined) return { fault: 'SIGNATURE_MALFORMED' };
  const coverage = coverBody(request);
  if (typeof coverage === 'string') return { fault: coverage, signature };
  const url = findSignedUrl(spellUrl(request.url), coverage.tail, signature, tokens);
  if (url === undefined) return { fault: 'SIGNATURE_MISMATCH', signature, coverage };
  // The body is hashed last: it may be large, and most requests that are refused never get here.
  if (coverage.hashed === undefined || readBodyHashes(request.url).includes(bodySha256(coverage.hashed)))
    return { signature, coverage, url };
  return { fault: 'SIGNATURE_BODY_MISMATCH', signature, coverage, url };
}

/** Finds the first of some URLs that was signed, together with a tail, with one of the tokens. */
export function findSignedUrl(
  urls: Iterable<string>,
  tail: string | Uint8Array,
  signature: string,
  tokens: readonly string[],
): string | undefined {
  let text = tail;
  for (const url of urls) {
    for (const token of tokens) if (equalBytes(hmacSha1(token, url, text), signature)) return url;
    // Most requests fit at once. For those that do not the tail is encoded a single time.
    if (typeof text === 'string') text = new TextEncoder().encode(text);
  }
  return undefined;
}
