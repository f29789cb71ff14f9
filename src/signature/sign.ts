import { joinUrl, splitUrl } from '../request/urls.js';
import { hmacSha1 } from './hmac.js';
import type { SignedRequest } from './request.js';
import { encodeSignature } from './signature-header.js';
import { coverBody } from './signed-text.js';
import { readTokens } from './tokens.js';

/** A request that is yet to be signed. Without a Content-Type a body counts as a form. */
export type UnsignedRequest = Omit<SignedRequest, 'headers'> & Partial<Pick<SignedRequest, 'headers'>>;

/**
 * Computes the `X-Twilio-Signature` that Twilio would send with a request, for tests and for replaying recorded ones. Credentials and the
 * fragment of the URL are not signed; a port is signed as it stands.
 *
 * @throws TypeError when the URL is not absolute, when a body that is no form has no `bodySHA256` in the URL, when a parameter is no text, or
 * when `authToken` is missing or empty.
 */
export function signRequest(request: UnsignedRequest, options: { readonly authToken: string }): string {
  const [token = ''] = readTokens(options.authToken);
  const parts = splitUrl(request.url);
  if (parts === undefined) throw new TypeError('url must be absolute, such as https://example.com/sms.');
  const coverage = coverBody({ ...request, headers: request.headers ?? {} });
  if (coverage === 'SIGNATURE_BODY_UNSIGNED') {
    throw new TypeError(
      'A body that is no form is covered by its hash: add bodySHA256=, with what bodySha256(body) returns, to the query.',
    );
  }
  if (typeof coverage === 'string') throw new TypeError('body must be the raw body, or an object of texts and lists of texts for a form.');
  return encodeSignature(hmacSha1(token, joinUrl({ ...parts, credentials: '' }) + coverage.tail));
}
