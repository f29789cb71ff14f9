import { SignatureError, type SignatureErrorCode } from '../errors.js';
import { checkRequest } from './check.js';
import { explainSignature } from './explain.js';
import type { SignatureOptions, SignedRequest } from './request.js';
import { readTokens } from './tokens.js';

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
  const { fault: code } = checkRequest(request, readTokens(options.authToken));
  if (code !== undefined) throw new SignatureError(code, MESSAGES[code], () => explainSignature(request, options));
}

/**
 * Tells whether {@link verifySignature} would let a request pass. Whatever the request holds, it answers; and refusing costs no more than a
 * few hashes.
 *
 * @throws TypeError when `authToken` is missing or empty.
 */
export function isSignatureValid(request: SignedRequest, options: SignatureOptions): boolean {
  return checkRequest(request, readTokens(options.authToken)).fault === undefined;
}

export const MESSAGES: Readonly<Record<SignatureErrorCode, string>> = {
  SIGNATURE_MISSING: 'The request has no X-Twilio-Signature header.',
  SIGNATURE_MALFORMED: 'The X-Twilio-Signature header is not the base64 of 20 bytes.',
  SIGNATURE_MISMATCH: 'The signature fits neither this URL and body nor this auth token; error.explanation looks for the reason.',
  SIGNATURE_BODY_MISMATCH: 'The URL is signed, but the body is not the one whose SHA-256 the URL carries.',
  SIGNATURE_BODY_UNSIGNED: 'The body is no form and the URL carries no bodySHA256, so that no signature covers it.',
};
