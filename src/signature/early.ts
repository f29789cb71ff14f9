import { SignatureError } from '../errors.js';
import { type RequestHeaders, readHeader } from '../request/headers.js';
import type { Fault } from './check.js';
import { hasEmailSignature } from './email-event.js';
import { explainRequest } from './explain.js';
import type { Circumstances } from './explainer.js';
import type { SignedRequest } from './request.js';
import { isSignature } from './signature-header.js';
import { MESSAGES } from './verify.js';

/** The reason is in the headers: no secret is used, and which ones there are is not known yet. */
const NO_KEYS = { tokens: ['unused'], sharedKeys: () => 'unused' };

/**
 * Refuses what no body can make right, before that is read: a request without a signature, or with one that is none.
 *
 * @throws SignatureError
 */
export function checkSignatureHeader(request: Omit<SignedRequest, 'body'>, circumstances: Circumstances): void {
  const code = findFault(request.headers);
  if (code !== undefined) throw new SignatureError(code, MESSAGES[code], () => explainRequest(request, NO_KEYS, circumstances));
}

/** Tells whether there is a signature to look at, of Twilio or of SendGrid. */
export function hasSignature(headers: RequestHeaders): boolean {
  return findFault(headers) === undefined || hasEmailSignature(headers);
}

function findFault(headers: RequestHeaders): Fault | undefined {
  const header = readHeader(headers, 'x-twilio-signature');
  if (header === undefined || header === '') return 'SIGNATURE_MISSING';
  return isSignature(header) ? undefined : 'SIGNATURE_MALFORMED';
}
