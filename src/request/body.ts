import { RequestError } from '../errors.js';

/** The refusal of a body that is too large. It is made before the rest of the body was read. */
export function bodyTooLarge(maxBytes: number): RequestError {
  return new RequestError(
    'REQUEST_BODY_TOO_LARGE',
    `The body is larger than ${maxBytes} bytes (maxBodyBytes), and was not read to its end.`,
  );
}

/** The refusal of a body that cannot be read to its end, for a reason that may be a refusal itself. */
export function brokeOff(cause: unknown): RequestError {
  if (cause instanceof RequestError) return cause;
  return new RequestError('REQUEST_MALFORMED', 'The body broke off before its end.', { cause });
}

/** Chunks of bytes, up to a limit of all of them. */
export class Chunks {
  readonly #maxBytes: number;
  readonly #chunks: Uint8Array[] = [];
  #length = 0;

  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes;
  }

  /** @throws RequestError when that is too much; TypeError when it is no chunk of bytes. */
  add(chunk: Uint8Array): void {
    if (!ArrayBuffer.isView(chunk)) throw new TypeError('The body is a stream of something else than bytes');
    this.#length += chunk.byteLength;
    if (this.#length > this.#maxBytes) throw bodyTooLarge(this.#maxBytes);
    this.#chunks.push(chunk);
  }

  /** All of them as one. */
  join(): Uint8Array {
    const [only] = this.#chunks;
    if (only !== undefined && this.#chunks.length === 1) return only;
    const bytes = new Uint8Array(this.#length);
    let offset = 0;
    for (const chunk of this.#chunks) {
      bytes.set(chunk, offset);
      offset += chunk.byteLength;
    }
    return bytes;
  }
}

/** Joins chunks of bytes, up to a limit. Leaving the loop closes the source. */
export async function collectBytes(chunks: AsyncIterable<Uint8Array>, maxBytes: number): Promise<Uint8Array> {
  try {
    return await joinChunks(chunks, maxBytes);
  } catch (error) {
    throw brokeOff(error);
  }
}

/** The same, and what breaks off breaks off as it does. */
export async function joinChunks(source: AsyncIterable<Uint8Array>, maxBytes: number): Promise<Uint8Array> {
  const chunks = new Chunks(maxBytes);
  for await (const chunk of source) chunks.add(chunk);
  return chunks.join();
}

/** Reads a stream chunk by chunk: not every runtime lets one be iterated. */
export async function* readChunks(reader: ReadableStreamDefaultReader<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) yield chunk.value;
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}
