import { RequestError } from '../errors.js';
import type { FormParameters } from '../request/forms.js';
import { readHeader } from '../request/headers.js';
import { bodyConsumed, bodyTooLarge, collectBytes } from '../webhook/body.js';
import type { IncomingBody, IncomingRequest } from '../webhook/incoming.js';

/** What is used of Node's `IncomingMessage`, and of what Connect, Express and serverless frameworks put on it. */
export interface NodeRequest extends AsyncIterable<Uint8Array> {
  readonly method?: string | undefined;
  readonly url?: string | undefined;
  /** The URL before a router cut its mount path off. */
  readonly originalUrl?: string | undefined;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly socket?: unknown;
  readonly readableEnded?: boolean | undefined;
  readonly destroyed?: boolean | undefined;
  iterator?(options: { readonly destroyOnReturn: boolean }): AsyncIterable<Uint8Array>;
  /** What a body parser made. */
  readonly body?: unknown;
  /** The bytes, where a framework keeps them. */
  readonly rawBody?: unknown;
}

/** Takes a request of Node's http module, or of a framework on top of it. */
export function fromNodeRequest(request: NodeRequest, platform: readonly unknown[]): IncomingRequest {
  const method = (request.method ?? 'GET').toUpperCase();
  const url = findUrl(request);
  let webRequest: Request | undefined;
  return {
    method,
    url,
    headers: request.headers,
    platform,
    get request() {
      webRequest ??= new Request(URL.canParse(url) ? url : 'http://invalid.invalid/', {
        method: method === 'TRACE' ? 'GET' : method,
        headers: toHeaders(request.headers),
      });
      return webRequest;
    },
    readBody: (maxBytes) => readNodeBody(request, maxBytes),
  };
}

/** The URL as the server sees it: behind a proxy it is the inner one. */
function findUrl({ headers, socket, originalUrl, url = '/' }: NodeRequest): string {
  const target = originalUrl ?? url;
  if (/^[a-z][a-z\d+.-]*:\/\//i.test(target)) return target;
  const isSecure = typeof socket === 'object' && socket !== null && 'encrypted' in socket && socket.encrypted === true;
  return `${isSecure ? 'https' : 'http'}://${readHeader(headers, 'host') ?? 'localhost'}${target}`;
}

function toHeaders(source: NodeRequest['headers']): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(source)) {
    for (const one of [value ?? []].flat()) if (!name.startsWith(':')) headers.append(name, one);
  }
  return headers;
}

/** The rawest form of the body that is left: bytes, text, a parsed form, or the stream itself. */
async function readNodeBody(request: NodeRequest, maxBytes: number): Promise<IncomingBody> {
  for (const kept of [request.rawBody, request.body]) {
    if (typeof kept === 'string' || kept instanceof Uint8Array) return checkLength(kept, maxBytes);
  }
  const isConsumed = request.readableEnded === true || request.destroyed === true;
  const { body } = request;
  if (typeof body === 'object' && body !== null && (isConsumed || Object.keys(body).length > 0)) return readParsed(request, body);
  if (isConsumed)
    throw bodyConsumed('Register the webhook before any middleware that reads bodies, or let that middleware keep `rawBody`.');
  if (Number(readHeader(request.headers, 'content-length') ?? 0) > maxBytes) throw bodyTooLarge(maxBytes);
  // Left early, a stream destroys itself and its socket with it, and nobody could be told that the body is too large.
  return collectBytes(request.iterator?.({ destroyOnReturn: false }) ?? request, maxBytes);
}

function checkLength(body: string | Uint8Array, maxBytes: number): string | Uint8Array {
  if (body.length > maxBytes) throw bodyTooLarge(maxBytes);
  return body;
}

/** A parsed form still holds all that was signed, as long as its values are text. Of parsed JSON the signed bytes are gone. */
function readParsed(request: NodeRequest, body: object): FormParameters {
  const isForm = /^application\/x-www-form-urlencoded\b/i.test(readHeader(request.headers, 'content-type') ?? '');
  const isFlat = Object.values(body).every(
    (value) => typeof value === 'string' || (Array.isArray(value) && value.every((item) => typeof item === 'string')),
  );
  if (isForm && isFlat) return body as FormParameters;
  throw new RequestError(
    'REQUEST_BODY_PARSED',
    `A body parser has turned the ${isForm ? 'form into nested objects' : 'body into an object'}, and the bytes that were signed are gone. ` +
      'Give the webhook the raw body: in Express put `express.raw({ type: () => true })` on its route, before other parsers; in NestJS create the app with `{ rawBody: true }`.',
  );
}
