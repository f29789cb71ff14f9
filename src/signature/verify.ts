import { SignatureError, type SignatureErrorCode } from '../errors.js';
import { readHeader } from '../request/headers.js';
import { bodySha256, readBodyHashes } from './body-hash.js';
import { equalBytes } from './equal.js';
import { hmacSha1 } from './hmac.js';
import type { SignatureOptions, SignedRequest } from './request.js';
import { decodeSignature } from './signature-header.js';
import { coverBody } from './signed-text.js';
import { readTokens } from './tokens.js';
import { spellUrl } from './url-spellings.js';

/**
 * Verifies that Twilio sent a request and that nothing of it was changed: the URL, and the form's parameters or the body's hash.
 *
 * @example
 * verifySignature({ url: 'https://example.com/sms', headers: request.headers, body: await request.text() }, { authToken });
 *
 * @throws SignatureError when the request is to be refused. Its `code` says what is wrong and its `explanation` why.
 * @throws TypeError when `authToken` is missing or empty.
 */
export function verifySignature(request: SignedRequest, options: SignatureOptions): void {
  const code = findFault(request, options);
  if (code !== undefined) throw new SignatureError(code, MESSAGES[code], () => ({ valid: false, message: MESSAGES[code], triedUrls: [] }));
}

/**
 * Tells whether {@link verifySignature} would let a request pass. Whatever the request holds, it answers; and refusing costs no more than a
 * few hashes.
 *
 * @throws TypeError when `authToken` is missing or empty.
 */
export function isSignatureValid(request: SignedRequest, options: SignatureOptions): boolean {
  return findFault(request, options) === undefined;
}

const MESSAGES: Readonly<Record<SignatureErrorCode, string>> = {
  SIGNATURE_MISSING: 'The request has no X-Twilio-Signature header.',
  SIGNATURE_MALFORMED: 'The X-Twilio-Signature header is not the base64 of 20 bytes.',
  SIGNATURE_MISMATCH: 'The signature fits neither this URL and body nor this auth token; error.explanation looks for the reason.',
  SIGNATURE_BODY_MISMATCH: 'The URL is signed, but the body is not the one whose SHA-256 the URL carries.',
  SIGNATURE_BODY_UNSIGNED: 'The body is no form and the URL carries no bodySHA256, so that no signature covers it.',
};

/** Finds why a request is to be refused, without the cost of an error; `undefined` when it is not. */
function findFault(request: SignedRequest, options: SignatureOptions): SignatureErrorCode | undefined {
  const tokens = readTokens(options.authToken);
  const header = readHeader(request.headers, 'x-twilio-signature');
  if (header === undefined || header === '') return 'SIGNATURE_MISSING';
  const signature = decodeSignature(header);
  if (signature === undefined) return 'SIGNATURE_MALFORMED';
  const coverage = coverBody(request);
  if (typeof coverage === 'string') return coverage;
  if (!isSigned(request.url, coverage.tail, signature, tokens)) return 'SIGNATURE_MISMATCH';
  // The body is hashed last: it may be large, and most requests that are refused never get here.
  if (coverage.hashed === undefined || readBodyHashes(request.url).includes(bodySha256(coverage.hashed))) return undefined;
  return 'SIGNATURE_BODY_MISMATCH';
}

function isSigned(url: string, tail: string, signature: Uint8Array, tokens: readonly string[]): boolean {
  for (const spelling of spellUrl(url)) {
    const text = spelling + tail;
    if (tokens.some((token) => equalBytes(hmacSha1(token, text), signature))) return true;
  }
  return false;
}
