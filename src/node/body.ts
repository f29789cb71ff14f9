import { RequestError } from '../errors.js';
import type { FormParameters } from '../request/forms.js';
import { readHeader } from '../request/headers.js';
import { bodyConsumed, bodyTooLarge, collectBytes } from '../webhook/body.js';
import type { IncomingBody } from '../webhook/incoming.js';
import type { NodeRequest } from './incoming.js';

/**
 * Reads the rawest form of the body that is left: bytes, text, a parsed form, or the stream itself.
 *
 * @param advice - What to change in the framework at hand when only a parsed object is left.
 */
export async function readNodeBody(request: NodeRequest, maxBytes: number, advice: string): Promise<IncomingBody> {
  for (const kept of [request.rawBody, request.body]) {
    if (typeof kept === 'string' || kept instanceof Uint8Array) return checkLength(kept, maxBytes);
  }
  const { body } = request;
  const wasRead = isRead(request);
  if (typeof body === 'object' && body !== null && (wasRead || Object.keys(body).length > 0)) return readParsed(request, body, advice);
  if (wasRead) throw bodyConsumed(`Register the webhook before whatever reads the body, or let that keep it as \`rawBody\`. ${advice}`);
  if (Number(readHeader(request.headers, 'content-length') ?? 0) > maxBytes) throw bodyTooLarge(maxBytes);
  // Left early, a stream destroys itself and its socket with it, and nobody could be told that the body is too large.
  return collectBytes(request.iterator?.({ destroyOnReturn: false }) ?? request, maxBytes);
}

/** Whether somebody has begun to read the stream: waiting for what is gone would take for ever. */
function isRead({ readableEnded, readableDidRead, destroyed }: NodeRequest): boolean {
  return readableEnded === true || readableDidRead === true || destroyed === true;
}

function checkLength(body: string | Uint8Array, maxBytes: number): string | Uint8Array {
  const length = typeof body === 'string' ? new TextEncoder().encode(body).length : body.length;
  if (length > maxBytes) throw bodyTooLarge(maxBytes);
  return body;
}

/** A parsed form still holds all that was signed, as long as its values are text. Of parsed JSON the signed bytes are gone. */
function readParsed(request: NodeRequest, body: object, advice: string): FormParameters {
  const isForm = /^\s*application\/x-www-form-urlencoded\s*(?:;|$)/i.test(readHeader(request.headers, 'content-type') ?? '');
  if (isForm && Object.values(body).every(isText)) return body as FormParameters;
  if (isEmpty(request, body)) return {};
  throw new RequestError(
    'REQUEST_BODY_PARSED',
    `A body parser has turned the ${isForm ? 'form into nested objects' : 'body into an object'}, and the bytes that were signed are gone. ` +
      `Give the webhook the raw body: ${advice}`,
  );
}

function isText(value: unknown): boolean {
  return typeof value === 'string' || (Array.isArray(value) && value.every((item) => typeof item === 'string'));
}

/** Parsers make up an empty object where there was no body. */
function isEmpty({ headers }: NodeRequest, body: object): boolean {
  const hasBody = readHeader(headers, 'transfer-encoding') !== undefined || Number(readHeader(headers, 'content-length') ?? 0) > 0;
  return !hasBody && Object.keys(body).length === 0;
}
