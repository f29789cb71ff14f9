import { joinUrl, splitUrl } from '../request/urls.js';
import { hmac } from './hmac.js';
import type { SignedRequest } from './request.js';
import { encodeSignature } from './signature-header.js';
import { ALGORITHMS, isKeyId, SETTINGS_HEADER, type SignatureAlgorithm, writeSettings } from './signature-settings.js';
import { coverBody } from './signed-text.js';
import { isSecret, readTokens } from './tokens.js';

/** A request that is yet to be signed. Without a Content-Type a body counts as a form. */
export type UnsignedRequest = Omit<SignedRequest, 'headers'> & Partial<Pick<SignedRequest, 'headers'>>;

/** A key that Twilio signs with in place of the auth token. */
export interface SharedKey {
  /** What the header calls it, such as `webhooks_sharedkey_01`. */
  readonly id: string;
  readonly secret: string;
  /** @default 'HMAC_SHA1' */
  readonly algorithm?: SignatureAlgorithm | undefined;
}

/** What signs a request: an auth token, or a shared key in its place. */
export type SignOptions =
  | { readonly authToken: string; readonly sharedKey?: SharedKey | undefined }
  | { readonly authToken?: string | undefined; readonly sharedKey: SharedKey };

/**
 * Computes the `X-Twilio-Signature` that Twilio would send with a request, for tests and for replaying recorded ones. Credentials and the
 * fragment of the URL are not signed; a port is signed as it stands. A signature made with a shared key needs a second header, which
 * {@link signatureHeaders} writes.
 *
 * @throws TypeError when the URL is not absolute, when a body that is no form has no `bodySHA256` in the URL, when a parameter is no text, or
 * when `authToken` or the secret is missing or empty.
 */
export function signRequest(request: UnsignedRequest, options: SignOptions): string {
  const { algorithm, secret } = readSigner(options);
  const parts = typeof request?.url === 'string' ? splitUrl(request.url) : undefined;
  if (parts === undefined) throw new TypeError('url must be absolute, such as https://example.com/sms, and a text.');
  const coverage = coverBody({ ...request, headers: request.headers ?? {} });
  if (coverage === 'SIGNATURE_BODY_UNSIGNED') {
    throw new TypeError(
      'A body that is no form is covered by its hash: add bodySHA256=, with what bodySha256(body) returns, to the query.',
    );
  }
  if (typeof coverage === 'string') throw new TypeError('body must be the raw body, or an object of texts and lists of texts for a form.');
  return encodeSignature(hmac(algorithm, secret, joinUrl({ ...parts, credentials: '' }) + coverage.tail));
}

/**
 * Writes the headers by which Twilio would sign a request, with names in lower case: `x-twilio-signature`, and
 * `x-twilio-webhooks-signature-settings` where a shared key signs. Send them beside the request's own.
 *
 * @example
 * const headers = { ...own, ...signatureHeaders({ url, headers: own, body }, { sharedKey: { id, secret, algorithm: 'HMAC_SHA256' } }) };
 *
 * @throws TypeError as `signRequest` does.
 */
export function signatureHeaders(request: UnsignedRequest, options: SignOptions): Record<string, string> {
  const headers = { 'x-twilio-signature': signRequest(request, options) };
  if (options.sharedKey === undefined) return headers;
  return { ...headers, [SETTINGS_HEADER]: writeSettings(options.sharedKey.id, readSigner(options).algorithm) };
}

function readSigner(options: SignOptions): { readonly algorithm: SignatureAlgorithm; readonly secret: string } {
  const { authToken, sharedKey } = options ?? {};
  if (sharedKey === undefined) {
    const [secret = ''] = readTokens(authToken);
    return { algorithm: 'HMAC_SHA1', secret };
  }
  const { id, secret, algorithm = 'HMAC_SHA1' } = sharedKey;
  if (!isKeyId(id)) throw new TypeError('The id of a sharedKey must be up to 200 visible characters, without a comma.');
  if (!isSecret(secret)) throw new TypeError('The secret of a sharedKey must be a text that is not empty.');
  if (!ALGORITHMS.includes(algorithm)) throw new TypeError(`The algorithm of a sharedKey must be ${ALGORITHMS.join(' or ')}.`);
  return { algorithm, secret };
}
