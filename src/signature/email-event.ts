import { SignatureError, type SignatureErrorCode } from '../errors.js';
import { readHeader } from '../request/headers.js';
import { decodeBase64 } from './base64.js';
import { convertDerSignature } from './ecdsa.js';
import { explainEmailFault } from './explain-email.js';
import type { SignedRequest } from './request.js';
import { isRaw } from './signed-text.js';

/** A request of SendGrid's event webhook. The URL is not signed, and may be left out. */
export interface EmailEventRequest extends Pick<SignedRequest, 'headers'> {
  /** The raw body, as text or bytes, with the line end that it closes with. */
  readonly body?: SignedRequest['body'];
}

/** How a request of SendGrid's event webhook is verified. */
export interface EmailEventOptions {
  /** The verification key that SendGrid shows: base64 that starts with `MFkw`, or the same as PEM. */
  readonly publicKey: string;
  /**
   * How long ago a request may have been signed, in seconds; as long may its timestamp be ahead of this machine's clock. Older ones are
   * refused, which a captured request becomes. Whether SendGrid signs its retries anew is not documented: leave room for them.
   *
   * @default no limit
   */
  readonly maxAgeSeconds?: number | undefined;
}

/**
 * Verifies that SendGrid sent a request of its event webhook: an ECDSA signature over the timestamp's header and the raw body. The URL is
 * not looked at, and the age of the timestamp only where `maxAgeSeconds` is given.
 *
 * @throws SignatureError when the request is to be refused.
 * @throws TypeError when `publicKey` is no P-256 public key, or `maxAgeSeconds` no number.
 */
export async function verifyEmailEvent(request: EmailEventRequest, options: EmailEventOptions): Promise<void> {
  const code = await findEmailFault(request, options);
  if (code !== undefined) throw new SignatureError(code, MESSAGES[code], () => explainEmailFault(request, code, MESSAGES[code]));
}

/**
 * Tells whether {@link verifyEmailEvent} would let a request pass.
 *
 * @throws TypeError when `publicKey` is no P-256 public key, or `maxAgeSeconds` no number.
 */
export async function isEmailEventValid(request: EmailEventRequest, options: EmailEventOptions): Promise<boolean> {
  return (await findEmailFault(request, options)) === undefined;
}

/** What can be wrong with a request of SendGrid. */
export type EmailFault = Extract<
  SignatureErrorCode,
  'SIGNATURE_MISSING' | 'SIGNATURE_MALFORMED' | 'SIGNATURE_MISMATCH' | 'SIGNATURE_EXPIRED'
>;

const SIGNATURE = 'x-twilio-email-event-webhook-signature';
const TIMESTAMP = 'x-twilio-email-event-webhook-timestamp';

const MESSAGES: Readonly<Record<EmailFault, string>> = {
  SIGNATURE_MISSING: 'The request lacks X-Twilio-Email-Event-Webhook-Signature or X-Twilio-Email-Event-Webhook-Timestamp.',
  SIGNATURE_MALFORMED: 'The X-Twilio-Email-Event-Webhook-Signature header is not the base64 of an ECDSA signature.',
  SIGNATURE_MISMATCH: 'The signature does not fit this timestamp, body and public key.',
  SIGNATURE_EXPIRED: 'The request is rightly signed, but its timestamp is further from now than maxAgeSeconds.',
};

/** Tells whether a request has a signature of SendGrid to look at. */
export function hasEmailSignature(headers: SignedRequest['headers']): boolean {
  return Boolean(readHeader(headers, SIGNATURE) && readHeader(headers, TIMESTAMP));
}

async function findEmailFault(request: EmailEventRequest, options: EmailEventOptions): Promise<EmailFault | undefined> {
  if (!request?.headers) throw new TypeError('request must be { headers, body }, its body raw.');
  const { headers, body = '' } = request;
  const { publicKey, maxAgeSeconds = Number.POSITIVE_INFINITY } = options ?? {};
  if (typeof maxAgeSeconds !== 'number' || !(maxAgeSeconds >= 0))
    throw new TypeError('maxAgeSeconds must be a number that is not negative.');
  const key = await importPublicKey(publicKey);
  const header = readHeader(headers, SIGNATURE);
  const timestamp = readHeader(headers, TIMESTAMP);
  if (!header || !timestamp) return 'SIGNATURE_MISSING';
  const signature = convertDerSignature(decodeBase64(header) ?? new Uint8Array(0));
  if (signature === undefined) return 'SIGNATURE_MALFORMED';
  if (!isRaw(body)) return 'SIGNATURE_MISMATCH';
  const signed = joinBytes(toBytes(timestamp), toBytes(body));
  const isSigned = await crypto.subtle.verify({ name: 'ECDSA', hash: 'SHA-256' }, key, signature, signed);
  if (!isSigned) return 'SIGNATURE_MISMATCH';
  return isWithin(timestamp, maxAgeSeconds) ? undefined : 'SIGNATURE_EXPIRED';
}

/** Whether a timestamp, in seconds since 1970, is near enough. The clocks of two machines differ, so that it may be ahead as well. */
function isWithin(timestamp: string, seconds: number): boolean {
  if (seconds === Number.POSITIVE_INFINITY) return true;
  return /^\d{1,15}$/.test(timestamp) && Math.abs(Date.now() / 1_000 - Number(timestamp)) <= seconds;
}

/** What PEM puts around the base64: in the environment its line ends are often written as escapes. */
const PEM = /-----[A-Z ]+-----|\s|\\[nr]/g;

async function importPublicKey(publicKey: string): Promise<CryptoKey> {
  const der = typeof publicKey === 'string' ? decodeBase64(publicKey.replaceAll(PEM, '')) : undefined;
  try {
    return await crypto.subtle.importKey('spki', der ?? new Uint8Array(0), { name: 'ECDSA', namedCurve: 'P-256' }, false, ['verify']);
  } catch (cause) {
    throw new TypeError('publicKey must be the verification key of the event webhook: base64 that starts with MFkw.', { cause });
  }
}

function toBytes(data: string | Uint8Array): Uint8Array {
  return typeof data === 'string' ? new TextEncoder().encode(data) : data;
}

function joinBytes(first: Uint8Array, second: Uint8Array): Uint8Array<ArrayBuffer> {
  const joined = new Uint8Array(first.length + second.length);
  joined.set(first);
  joined.set(second, first.length);
  return joined;
}
