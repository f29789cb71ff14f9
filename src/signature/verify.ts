import { SignatureError, type SignatureExplanation } from '../errors.js';
import type { FormPair } from '../request/forms.js';
import { checkRequest, type Fault } from './check.js';
import { explainIfLoaded } from './explainer.js';
import { type Keys, readKeys } from './keys.js';
import type { SignatureOptions, SignedRequest } from './request.js';

/**
 * Verifies that Twilio sent a request and that nothing of it was changed: the URL, and the form's parameters or the body's hash.
 *
 * @example
 * verifySignature({ url: 'https://example.com/sms', headers: request.headers, body: await request.text() }, { authToken });
 *
 * @throws SignatureError when the request is to be refused. Its `code` says what is wrong and its `explanation` why. (A bundle has the search
 * for reasons when it has `explainSignature` or a webhook handler too.)
 * @throws TypeError when `authToken` is missing and there are no shared keys, or when a secret is empty.
 */
export function verifySignature(request: SignedRequest, options: SignatureOptions): void {
  const keys = readKeys(options);
  verifyBy(request, keys, () => explainIfLoaded(request, keys));
}

/**
 * Verifies with keys that were read, and explains refusals in a way of the caller's.
 *
 * @param pairs - The parameters of the raw form that is the body, where they were read already; they are put in another order.
 * @throws SignatureError
 */
export function verifyBy(request: SignedRequest, keys: Keys, explain: () => SignatureExplanation, pairs?: FormPair[]): void {
  const { fault: code } = checkRequest(request, keys, pairs);
  if (code !== undefined) throw new SignatureError(code, MESSAGES[code], explain);
}

/**
 * Tells whether {@link verifySignature} would let a request pass. Whatever the request holds, it answers; and refusing costs no more than a
 * few hashes.
 *
 * @throws TypeError when `authToken` is missing and there are no shared keys, or when a secret is empty.
 */
export function isSignatureValid(request: SignedRequest, options: SignatureOptions): boolean {
  return checkRequest(request, readKeys(options)).fault === undefined;
}

export const MESSAGES: Readonly<Record<Fault, string>> = {
  SIGNATURE_MISSING: 'The request has no X-Twilio-Signature header.',
  SIGNATURE_KEY_UNKNOWN: 'The request is not signed with a key that is known here, or says that it is not.',
  SIGNATURE_MALFORMED: 'The X-Twilio-Signature header is not the base64 of 20 bytes, or of 32 where the request says HMAC_SHA256.',
  SIGNATURE_MISMATCH: 'The signature does not fit URL, body and auth token or shared key together; error.explanation looks for the reason.',
  SIGNATURE_BODY_MISMATCH: 'The URL is signed, but the body is not the one whose SHA-256 the URL carries.',
  SIGNATURE_BODY_UNSIGNED: 'The body is no form and the URL carries no bodySHA256, so that no signature covers it.',
};
