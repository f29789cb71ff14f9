import type { SignatureErrorCode } from '../errors.js';
import type { FormPair } from '../request/forms.js';
import { readHeader } from '../request/headers.js';
import { readBodyHashes } from './body-hash.js';
import { equalBytes } from './equal.js';
import { hashSha256, hmac } from './hmac.js';
import { findSigner, type Keys, type Signer } from './keys.js';
import type { SignedRequest } from './request.js';
import { decodeSignature } from './signature-header.js';
import { type Coverage, coverBody } from './signed-text.js';
import { listOtherSpellings, spellUrl } from './url-spellings.js';

/** What can be wrong with a request of Twilio's. Nothing in its signature tells the time. */
export type Fault = Exclude<SignatureErrorCode, 'SIGNATURE_EXPIRED'>;

/** What was found out about a request, as far as it was looked at. */
export interface Finding {
  /** Why the request is to be refused; absent when it is not. */
  readonly fault?: Fault;
  /** The 20 or 32 bytes of the header, one character each. */
  readonly signature?: string;
  /** What the request is verified by; absent where that is not known, and where it has no signature. */
  readonly signer?: Signer;
  readonly coverage?: Coverage;
  /** The spelling of the URL that was signed. */
  readonly url?: string;
}

/**
 * Checks a request without the cost of an error.
 *
 * @param pairs - The parameters of the raw form that is the body, where they were read already.
 */
export function checkRequest(request: SignedRequest, keys: Keys, pairs?: FormPair[]): Finding {
  checkShape(request);
  const header = readHeader(request.headers, 'x-twilio-signature');
  if (header === undefined || header === '') return { fault: 'SIGNATURE_MISSING' };
  const signer = findSigner(request.headers, keys);
  if (signer === undefined) return { fault: 'SIGNATURE_KEY_UNKNOWN' };
  const signature = decodeSignature(header, signer.algorithm);
  if (signature === undefined) return { fault: 'SIGNATURE_MALFORMED', signer };
  const coverage = coverBody(request, pairs);
  if (typeof coverage === 'string') return { fault: coverage, signature, signer };
  const url = findSpelling(request.url, coverage.tail, signature, signer);
  if (url === undefined) return { fault: 'SIGNATURE_MISMATCH', signature, signer, coverage };
  // The body is hashed last: it may be large, and most requests that are refused never get here.
  if (coverage.hashed === undefined || readBodyHashes(request.url).includes(hashSha256(coverage.hashed)))
    return { signature, signer, coverage, url };
  return { fault: 'SIGNATURE_BODY_MISMATCH', signature, signer, coverage, url };
}

/** Finds the spelling of a URL that was signed, together with a tail. */
function findSpelling(url: string, tail: string, signature: string, signer: Signer): string | undefined {
  const spelling = spellUrl(url);
  if (spelling === undefined || isSigned(spelling, tail, signature, signer)) return spelling;
  // Most requests fit at once. For those that do not the tail is encoded a single time.
  return findSignedUrl(listOtherSpellings(url), tail === '' ? tail : new TextEncoder().encode(tail), signature, signer);
}

/** Refuses what is no request at all: it would throw somewhere below, in words that help nobody. @throws TypeError */
export function checkShape(request: SignedRequest): void {
  if (typeof request?.url !== 'string' || !request.headers) throw new TypeError('request must be { url, headers, body }, its url a text.');
}

/** Finds the first of some URLs that was signed, together with a tail, with one of the secrets. */
export function findSignedUrl(urls: Iterable<string>, tail: string | Uint8Array, signature: string, signer: Signer): string | undefined {
  for (const url of urls) if (isSigned(url, tail, signature, signer)) return url;
  return undefined;
}

function isSigned(url: string, tail: string | Uint8Array, signature: string, { algorithm, secrets }: Signer): boolean {
  for (const secret of secrets) if (equalBytes(hmac(algorithm, secret, url, tail), signature)) return true;
  return false;
}
