import { checkDeliveryOptions } from '../delivery/delivery.js';
import { type FixtureOptions, type FixtureSchema, formFixture, type Overrides } from '../fixtures/fixture.js';
import { decodeBase64 } from '../signature/base64.js';

/** How a webhook of SendGrid is made and signed. */
export interface EmailRequestOptions extends FixtureOptions {
  /** Where it goes; SendGrid does not sign it. */
  readonly url: string;
  /** The private key of the pair whose public key the handler has: PKCS #8 of P-256, as PEM or base64. */
  readonly privateKey: string;
  /** When it is signed. @default now */
  readonly signedAt?: Date | undefined;
}

/**
 * A webhook of SendGrid as a web `Request`, signed as SendGrid does: an event in its list, or a mail as a form.
 *
 * @example
 * ```ts
 * const { publicKey, privateKey } = generateKeyPairSync('ec', {
 *   namedCurve: 'P-256',
 *   publicKeyEncoding: { type: 'spki', format: 'pem' },
 *   privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
 * });
 * const POST = webhook(SendgridEvents, { publicKey }, (events) => console.log(events.length));
 * await POST(await signedEmailRequest(SendgridEvent, { event: 'bounce' }, { url: 'https://example.com/events', privateKey }));
 * ```
 *
 * @throws TypeError when `privateKey` is no such key.
 */
export async function signedEmailRequest<Schema extends FixtureSchema>(
  schema: Schema,
  overrides: Overrides<Schema> | undefined,
  options: EmailRequestOptions,
): Promise<Request> {
  checkDeliveryOptions(options);
  const { url, privateKey, signedAt = new Date() } = options;
  const { body, contentType } = await writeBody(formFixture(schema, overrides, options));
  const timestamp = String(Math.floor(signedAt.getTime() / 1000));
  const headers = {
    'content-type': contentType,
    'x-twilio-email-event-webhook-signature': await sign(timestamp, body, privateKey),
    'x-twilio-email-event-webhook-timestamp': timestamp,
  };
  return new Request(url, { method: 'POST', headers, body });
}

interface Body {
  readonly body: Uint8Array<ArrayBuffer>;
  readonly contentType: string;
}

/** Events are a list of JSON, closed by a line end; everything else is a form with parts. */
async function writeBody(content: object): Promise<Body> {
  if (Array.isArray(content)) {
    return { body: new TextEncoder().encode(`${JSON.stringify(content)}\r\n`) as Uint8Array<ArrayBuffer>, contentType: 'application/json' };
  }
  const form = new FormData();
  for (const [name, value] of Object.entries(content)) form.append(name, value as string | Blob);
  const response = new Response(form);
  return { body: new Uint8Array(await response.arrayBuffer()), contentType: response.headers.get('content-type') ?? '' };
}

async function sign(timestamp: string, body: Uint8Array, privateKey: string): Promise<string> {
  const key = await importPrivateKey(privateKey);
  const signed = new Uint8Array([...new TextEncoder().encode(timestamp), ...body]);
  const raw = new Uint8Array(await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, key, signed));
  const numbers = [...writeInteger(raw.subarray(0, 32)), ...writeInteger(raw.subarray(32))];
  return btoa(String.fromCharCode(0x30, numbers.length, ...numbers));
}

async function importPrivateKey(privateKey: string): Promise<CryptoKey> {
  const der = decodeBase64(privateKey.replaceAll(/-----[A-Z ]+-----|\s/g, ''));
  try {
    return await crypto.subtle.importKey('pkcs8', der ?? new Uint8Array(0), { name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign']);
  } catch (cause) {
    throw new TypeError('privateKey must be a private key of P-256 in PKCS #8, as PEM or base64.', { cause });
  }
}

/** A positive integer in DER: no zeros before it, but for one that keeps a high first bit from being its sign. */
function writeInteger(number: Uint8Array): readonly number[] {
  const start = number.findIndex((byte) => byte !== 0);
  const digits = [...number.subarray(start === -1 ? number.length - 1 : start)];
  if ((digits[0] ?? 0) >= 0x80) digits.unshift(0);
  return [0x02, digits.length, ...digits];
}
