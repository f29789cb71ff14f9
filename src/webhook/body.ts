import { RequestError } from '../errors.js';
import { bodyTooLarge, collectBytes, joinChunks, readChunks } from '../request/body.js';
import { type Aborter, waitFor } from './deadline.js';

/** The refusal of a body that somebody else has read: waiting for it would hang for ever. */
export function bodyConsumed(advice: string): RequestError {
  return new RequestError('REQUEST_BODY_CONSUMED', `The body was read before the webhook could read it, and its bytes are gone. ${advice}`);
}

/** The refusal of a body that takes too long. */
export function bodyTooSlow(timeoutMs: number): RequestError {
  return new RequestError(
    'REQUEST_BODY_TIMEOUT',
    `The body did not come within ${timeoutMs} ms (bodyTimeoutMs). Twilio sends the whole of it at once.`,
  );
}

/**
 * Waits for a body that is being read, but not for ever.
 *
 * @param stop - Ends the reading of one that takes too long.
 * @throws RequestError `REQUEST_BODY_TIMEOUT`
 */
export async function readInTime<Body>(reading: Promise<Body>, timeoutMs: number, stop: () => unknown = () => undefined): Promise<Body> {
  const outcome = await waitFor(reading, timeoutMs);
  if (!outcome.late) return outcome.value;
  reading.catch(() => undefined);
  stop();
  throw bodyTooSlow(timeoutMs);
}

/** Reads the body of a web `Request`, no more of it than is allowed, and no longer. */
export async function readWebBody(request: Request, maxBytes: number, timeoutMs: number): Promise<Uint8Array> {
  if (request.bodyUsed || request.body?.locked === true) {
    throw bodyConsumed('Pass the request on before anything reads it, or give what reads it request.clone().');
  }
  if (Number(request.headers.get('content-length') ?? 0) > maxBytes) throw bodyTooLarge(maxBytes);
  if (request.body === null) return new Uint8Array();
  const reader = request.body.getReader();
  return readInTime(collectBytes(readChunks(reader), maxBytes), timeoutMs, () => reader.cancel().catch(() => undefined));
}

/** Reads a stream to its end, or until it is given up. */
export function readStream(stream: ReadableStream<Uint8Array>, aborter: Aborter): Promise<Uint8Array> {
  const reader = stream.getReader();
  aborter.signal.addEventListener('abort', () => void reader.cancel().catch(() => undefined));
  return joinChunks(readChunks(reader), Number.POSITIVE_INFINITY);
}
