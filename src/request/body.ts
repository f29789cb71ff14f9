import { RequestError } from '../errors.js';

/** The refusal of a body that is too large. It is made before the rest of the body was read. */
export function bodyTooLarge(maxBytes: number): RequestError {
  return new RequestError(
    'REQUEST_BODY_TOO_LARGE',
    `The body is larger than ${maxBytes} bytes (maxBodyBytes), and was not read to its end.`,
  );
}

/** Joins chunks of bytes, up to a limit. Leaving the loop closes the source. */
export async function collectBytes(chunks: AsyncIterable<Uint8Array>, maxBytes: number): Promise<Uint8Array> {
  try {
    return await joinChunks(chunks, maxBytes);
  } catch (error) {
    if (error instanceof RequestError) throw error;
    throw new RequestError('REQUEST_MALFORMED', 'The body broke off before its end.', { cause: error });
  }
}

/** The same, and what breaks off breaks off as it does. */
export async function joinChunks(chunks: AsyncIterable<Uint8Array>, maxBytes: number): Promise<Uint8Array> {
  const collected: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    if (!ArrayBuffer.isView(chunk)) throw new TypeError('The body is a stream of something else than bytes');
    length += chunk.byteLength;
    if (length > maxBytes) throw bodyTooLarge(maxBytes);
    collected.push(chunk);
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
export async function* readChunks(reader: ReadableStreamDefaultReader<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) yield chunk.value;
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}
