import { SignatureError, type SignatureErrorCode, type SignatureExplanation } from '../errors.js';
import { readHeader } from '../request/headers.js';
import { decodeBase64 } from './base64.js';
import { convertDerSignature } from './ecdsa.js';
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
}

/**
 * Verifies that SendGrid sent a request of its event webhook: an ECDSA signature over the timestamp's header and the raw body. Neither the
 * age of the timestamp nor the URL is looked at.
 *
 * @throws SignatureError when the request is to be refused.
 * @throws TypeError when `publicKey` is no P-256 public key.
 */
export async function verifyEmailEvent(request: EmailEventRequest, options: EmailEventOptions): Promise<void> {
  const code = await findEmailFault(request, options);
  if (code !== undefined) throw new SignatureError(code, MESSAGES[code], () => explainEmailFault(request, code));
}

/**
 * Tells whether {@link verifyEmailEvent} would let a request pass.
 *
 * @throws TypeError when `publicKey` is no P-256 public key.
 */
export async function isEmailEventValid(request: EmailEventRequest, options: EmailEventOptions): Promise<boolean> {
  return (await findEmailFault(request, options)) === undefined;
}

type EmailFault = Extract<SignatureErrorCode, 'SIGNATURE_MISSING' | 'SIGNATURE_MALFORMED' | 'SIGNATURE_MISMATCH'>;

const SIGNATURE = 'x-twilio-email-event-webhook-signature';
const TIMESTAMP = 'x-twilio-email-event-webhook-timestamp';

const MESSAGES: Readonly<Record<EmailFault, string>> = {
  SIGNATURE_MISSING: 'The request lacks X-Twilio-Email-Event-Webhook-Signature or X-Twilio-Email-Event-Webhook-Timestamp.',
  SIGNATURE_MALFORMED: 'The X-Twilio-Email-Event-Webhook-Signature header is not the base64 of an ECDSA signature.',
  SIGNATURE_MISMATCH: 'The signature does not fit this timestamp, body and public key.',
};

async function findEmailFault(
  { headers, body = '' }: EmailEventRequest,
  { publicKey }: EmailEventOptions,
): Promise<EmailFault | undefined> {
  const key = await importPublicKey(publicKey);
  const header = readHeader(headers, SIGNATURE);
  const timestamp = readHeader(headers, TIMESTAMP);
  if (!header || !timestamp) return 'SIGNATURE_MISSING';
  const signature = convertDerSignature(decodeBase64(header) ?? new Uint8Array(0));
  if (signature === undefined) return 'SIGNATURE_MALFORMED';
  if (!isRaw(body)) return 'SIGNATURE_MISMATCH';
  const signed = joinBytes(toBytes(timestamp), toBytes(body));
  const isSigned = await crypto.subtle.verify({ name: 'ECDSA', hash: 'SHA-256' }, key, signature, signed);
  return isSigned ? undefined : 'SIGNATURE_MISMATCH';
}

async function importPublicKey(publicKey: string): Promise<CryptoKey> {
  const der = typeof publicKey === 'string' ? decodeBase64(publicKey.replaceAll(/-----[A-Z ]+-----|\s/g, '')) : undefined;
  try {
    return await crypto.subtle.importKey('spki', der ?? new Uint8Array(0), { name: 'ECDSA', namedCurve: 'P-256' }, false, ['verify']);
  } catch (cause) {
    throw new TypeError('publicKey must be the verification key of the event webhook: base64 that starts with MFkw.', { cause });
  }
}

/** Says why, from what can be seen: the key cannot sign anything to compare with. */
function explainEmailFault({ body = '' }: EmailEventRequest, code: EmailFault): SignatureExplanation {
  const explain = (cause: SignatureExplanation['cause'], suggestion: string): SignatureExplanation => ({
    valid: false,
    ...(cause !== undefined && { cause }),
    message: MESSAGES[code],
    suggestion,
    triedUrls: [],
  });
  if (code === 'SIGNATURE_MISSING')
    return explain('signature-missing', "Turn on the signature in SendGrid's settings of the event webhook.");
  if (code === 'SIGNATURE_MALFORMED') return explain('signature-malformed', 'Pass the header as it came.');
  if (!isRaw(body)) return explain('body-parsed', 'Pass the raw body: the signature covers its bytes.');
  if (body.length === 0) return explain('body-missing', 'Pass the raw body. Something read it before.');
  const end = typeof body === 'string' ? body.slice(-2) : String.fromCharCode(...body.subarray(-2));
  if (end !== '\r\n')
    return explain(
      'body-changed',
      'SendGrid ends its body with CR LF, which the body given lacks: pass the raw body, not one written anew.',
    );
  return explain('unknown', 'Compare the public key with the one that SendGrid shows for this webhook, and pass the raw body.');
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
