import { RequestError } from '../errors.js';
import { readFormat } from '../request/content.js';
import { decodeText, type FormParameters, gatherPairs, readForm } from '../request/forms.js';
import { readHeader } from '../request/headers.js';
import { hasEmailSignature, verifyEmailEvent } from '../signature/email-event.js';
import type { IncomingRequest } from './incoming.js';
import type { WebhookOptions } from './options.js';
import { findPublicUrl } from './public-url.js';
import { DEFAULT_BODY_TIMEOUT_MS, NO_JSON, readJson, type VerifiedRequest } from './verified.js';

/** Inbound Parse sends mails of up to 30 MB, with the names of its fields around them. */
const DEFAULT_MAX_BODY_BYTES = 31 * 1_048_576;

/**
 * Reads and verifies a request that SendGrid signs: an ECDSA signature over a timestamp and the raw body. The URL is not signed, and no
 * account is named.
 *
 * @throws RingbackError when the request is to be refused; TypeError when there is no public key.
 */
export async function verifyEmailRequest(incoming: IncomingRequest, options: WebhookOptions): Promise<VerifiedRequest> {
  const { publicKey, maxBodyBytes = DEFAULT_MAX_BODY_BYTES, bodyTimeoutMs = DEFAULT_BODY_TIMEOUT_MS } = options;
  if (publicKey === undefined) throw new TypeError('There is no key to verify with: pass publicKey, which SendGrid shows for the webhook');
  // As of Twilio's webhooks, the body of one that nobody has signed is not read.
  const rawBody = hasEmailSignature(incoming.headers) ? await incoming.readBody(maxBodyBytes, bodyTimeoutMs) : '';
  await verifyEmailEvent({ headers: incoming.headers, body: rawBody }, { publicKey });
  const content = await readContent(readHeader(incoming.headers, 'content-type') ?? '', rawBody as string | Uint8Array);
  return { ...content, url: findPublicUrl(incoming, options), rawBody, accountSid: undefined };
}

type Content = Pick<VerifiedRequest, 'input' | 'parameters'>;

/** Events are JSON; a mail is a form, with files where it has some. */
async function readContent(contentType: string, body: string | Uint8Array): Promise<Content> {
  if (/^\s*multipart\/form-data\s*;/i.test(contentType)) return readFiles(contentType, body);
  const text = typeof body === 'string' ? body : decodeText(body);
  const format = readFormat(contentType);
  if (format === 'form') {
    const parameters = readForm(text);
    return { input: parameters, parameters };
  }
  const input = format === 'json' ? readJson(text) : undefined;
  if (input !== undefined) return { input, parameters: {} };
  if (format === 'json') throw new RequestError('REQUEST_MALFORMED', NO_JSON);
  throw new RequestError('REQUEST_CONTENT_TYPE', 'The body is neither JSON nor a form, which is all that SendGrid sends.');
}

async function readFiles(contentType: string, body: string | Uint8Array): Promise<Content> {
  const response = new Response(body as BodyInit, { headers: { 'content-type': contentType } });
  const input = await response.formData().catch((cause: unknown) => {
    throw new RequestError('REQUEST_MALFORMED', 'The body says that it is a form with parts, but is none.', { cause });
  });
  return { input, parameters: listTexts(input) };
}

function listTexts(form: FormData): FormParameters {
  return gatherPairs([...form].flatMap(([name, value]) => (typeof value === 'string' ? [{ name, value }] : [])));
}
