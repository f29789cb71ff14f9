import { bodyTooLarge, collectBytes } from '../request/body.js';
import { readHeader } from '../request/headers.js';
import { bodyConsumed, readInTime } from '../webhook/body.js';
import type { IncomingBody } from '../webhook/incoming.js';
import { hasEvents, readEvents, takeBuffered } from './events.js';
import type { Kept, NodeRequest } from './incoming.js';
import { readParsed } from './parsed.js';

/** How a body is read. */
export interface ReadOptions {
  /** The headers of the request. */
  readonly headers: NodeRequest['headers'];
  readonly maxBytes: number;
  readonly timeoutMs: number;
  /** What to change in the framework at hand when only a parsed object is left. */
  readonly advice: string;
}

/**
 * Reads the rawest form of the body that is left: the stream, bytes or text that somebody kept, or a parsed form.
 *
 * Nearly always nobody has touched the body, and it is there a moment after its head. Then nothing else is asked of the request: Express gives
 * every one a prototype of its own, so that engines can remember nothing of where its properties are, and each one that is read costs as much
 * as reading a parameter.
 *
 * @param kept - What a framework keeps beside the request, or the request itself.
 */
export async function readNodeBody(
  request: NodeRequest,
  kept: Kept,
  { headers, maxBytes, timeoutMs, advice }: ReadOptions,
): Promise<IncomingBody> {
  await undefined;
  const length = Number(readHeader(headers, 'content-length') ?? 0);
  const bytes = length > 0 && length <= maxBytes ? takeBuffered(request, length) : undefined;
  if (bytes !== undefined) return bytes;
  const { body, rawBody } = kept;
  if (isRaw(rawBody)) return checkLength(rawBody, maxBytes);
  if (isRaw(body)) return checkLength(body, maxBytes);
  const parsed = typeof body === 'object' && body !== null ? body : undefined;
  if (parsed !== undefined && Object.keys(parsed).length > 0) return readParsed(headers, parsed, advice);
  if (!isRead(request)) return readNodeStream(headers, request, maxBytes, timeoutMs);
  // Parsers make up an empty object where there is no body.
  if (parsed !== undefined) return readParsed(headers, parsed, advice);
  throw bodyConsumed(`Register the webhook before whatever reads the body, or let that keep it as \`rawBody\`. ${advice}`);
}

/** Reads the body of a request from its stream, or from what decodes that. */
export function readNodeStream(
  headers: NodeRequest['headers'],
  stream: Pick<NodeRequest, 'iterator'> & AsyncIterable<Uint8Array>,
  maxBytes: number,
  timeoutMs: number,
): Promise<Uint8Array> {
  if (Number(readHeader(headers, 'content-length') ?? 0) > maxBytes) throw bodyTooLarge(maxBytes);
  if (hasEvents(stream)) return readEvents(stream, maxBytes, timeoutMs);
  // Left early, a stream destroys itself and its socket with it, and nobody could be told why.
  return readInTime(collectBytes(stream.iterator?.({ destroyOnReturn: false }) ?? stream, maxBytes), timeoutMs);
}

/** Whether somebody has begun to read the stream: waiting for what is gone would take for ever. */
export function isRead({ readableEnded, readableDidRead, destroyed }: NodeRequest): boolean {
  return readableEnded === true || readableDidRead === true || destroyed === true;
}

function isRaw(body: unknown): body is string | Uint8Array {
  return typeof body === 'string' || body instanceof Uint8Array;
}

function checkLength(body: string | Uint8Array, maxBytes: number): string | Uint8Array {
  const length = typeof body === 'string' ? new TextEncoder().encode(body).length : body.length;
  if (length > maxBytes) throw bodyTooLarge(maxBytes);
  return body;
}
