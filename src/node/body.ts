import { bodyTooLarge, collectBytes } from '../request/body.js';
import { readHeader } from '../request/headers.js';
import { bodyConsumed, readInTime } from '../webhook/body.js';
import type { IncomingBody } from '../webhook/incoming.js';
import type { NodeRequest } from './incoming.js';
import { readParsed } from './parsed.js';

/** How a body is read. */
export interface ReadOptions {
  readonly maxBytes: number;
  readonly timeoutMs: number;
  /** What to change in the framework at hand when only a parsed object is left. */
  readonly advice: string;
}

/** Reads the rawest form of the body that is left: bytes, text, a parsed form, or the stream itself. */
export async function readNodeBody(request: NodeRequest, { maxBytes, timeoutMs, advice }: ReadOptions): Promise<IncomingBody> {
  for (const kept of [request.rawBody, request.body]) {
    if (typeof kept === 'string' || kept instanceof Uint8Array) return checkLength(kept, maxBytes);
  }
  const { body } = request;
  const wasRead = isRead(request);
  if (typeof body === 'object' && body !== null && (wasRead || Object.keys(body).length > 0))
    return readParsed(request.headers, body, advice);
  if (wasRead) throw bodyConsumed(`Register the webhook before whatever reads the body, or let that keep it as \`rawBody\`. ${advice}`);
  return readNodeStream(request.headers, request, maxBytes, timeoutMs);
}

/** Reads the body of a request from its stream, or from what decodes that. */
export async function readNodeStream(
  headers: NodeRequest['headers'],
  stream: Pick<NodeRequest, 'iterator'> & AsyncIterable<Uint8Array>,
  maxBytes: number,
  timeoutMs: number,
): Promise<Uint8Array> {
  if (Number(readHeader(headers, 'content-length') ?? 0) > maxBytes) throw bodyTooLarge(maxBytes);
  // Left early, a stream destroys itself and its socket with it, and nobody could be told why.
  return readInTime(collectBytes(stream.iterator?.({ destroyOnReturn: false }) ?? stream, maxBytes), timeoutMs);
}

/** Whether somebody has begun to read the stream: waiting for what is gone would take for ever. */
export function isRead({ readableEnded, readableDidRead, destroyed }: NodeRequest): boolean {
  return readableEnded === true || readableDidRead === true || destroyed === true;
}

function checkLength(body: string | Uint8Array, maxBytes: number): string | Uint8Array {
  const length = typeof body === 'string' ? new TextEncoder().encode(body).length : body.length;
  if (length > maxBytes) throw bodyTooLarge(maxBytes);
  return body;
}
