import { RequestError } from '../errors.js';

/** The refusal of a body that is too large. It is made before the rest of the body was read. */
export function bodyTooLarge(maxBytes: number): RequestError {
  return new RequestError(
    'REQUEST_BODY_TOO_LARGE',
    `The body is larger than ${maxBytes} bytes (maxBodyBytes), and was not read to its end.`,
  );
}

/** The refusal of a body that somebody else has read: waiting for it would hang for ever. */
export function bodyConsumed(advice: string): RequestError {
  return new RequestError('REQUEST_BODY_CONSUMED', `The body was read before the webhook could read it, and its bytes are gone. ${advice}`);
}

/** Reads the body of a web `Request`, and no more of it than is allowed. */
export async function readWebBody(request: Request, maxBytes: number): Promise<Uint8Array> {
  if (request.bodyUsed || request.body?.locked === true) {
    throw bodyConsumed('Pass the request on before anything reads it, or give what reads it request.clone().');
  }
  if (Number(request.headers.get('content-length') ?? 0) > maxBytes) throw bodyTooLarge(maxBytes);
  return request.body === null ? new Uint8Array() : collectBytes(readChunks(request.body), maxBytes);
}

/** Joins chunks of bytes, up to a limit. Leaving the loop closes the source. */
export async function collectBytes(chunks: AsyncIterable<Uint8Array>, maxBytes: number): Promise<Uint8Array> {
  const collected: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const chunk of chunks) {
      length += chunk.byteLength;
      if (length > maxBytes) throw bodyTooLarge(maxBytes);
      collected.push(chunk);
    }
  } catch (error) {
    if (error instanceof RequestError) throw error;
    throw new RequestError('REQUEST_MALFORMED', 'The body broke off before its end.', { cause: error });
  }
  const [only] = collected;
  if (only !== undefined && collected.length === 1) return only;
  const bytes = new Uint8Array(length);
  let offset = 0;
  for (const chunk of collected) {
    bytes.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return bytes;
}

/** Reads a stream chunk by chunk: not every runtime lets one be iterated. */
export async function* readChunks(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader();
  try {
    for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) yield chunk.value;
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}
