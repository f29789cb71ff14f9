import { SignatureError, type SignatureErrorCode } from '../errors.js';
import { type RequestHeaders, readHeader } from '../request/headers.js';
import { explainSignature } from './explain.js';
import type { SignedRequest } from './request.js';
import { MESSAGES } from './verify.js';

/** Base64 of as many bytes as an HMAC has, by SHA-1 or by SHA-256. */
const SIGNATURE = /^(?:[A-Za-z\d+/]{27}|[A-Za-z\d+/]{43})=$/;

/**
 * Refuses what no body can make right, before that is read: a request without a signature, or with one that is none.
 *
 * @throws SignatureError
 */
export function checkSignatureHeader(request: Omit<SignedRequest, 'body'>): void {
  const header = readHeader(request.headers, 'x-twilio-signature');
  const code = findFault(header);
  if (code === undefined) return;
  // The reason is in the headers. A token is asked for, and not looked at.
  throw new SignatureError(code, MESSAGES[code], () => explainSignature(request, { authToken: 'unused' }));
}

/** Tells whether there is a signature to look at. */
export function hasSignature(headers: RequestHeaders): boolean {
  return findFault(readHeader(headers, 'x-twilio-signature')) === undefined;
}

function findFault(header: string | undefined): SignatureErrorCode | undefined {
  if (header === undefined || header === '') return 'SIGNATURE_MISSING';
  return SIGNATURE.test(header) ? undefined : 'SIGNATURE_MALFORMED';
}
