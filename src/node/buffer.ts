import { readReply } from '../webhook/reply.js';

interface BufferGlobal {
  readonly Buffer?: { from(bytes: ArrayBufferLike, offset: number, length: number): Uint8Array } | undefined;
}

/** Reads the body of a response as what frameworks of Node send as it is: they take other bytes for an object to write as JSON. */
export async function readBuffer(response: Response): Promise<string | Uint8Array | undefined> {
  const bytes = await readReply(response);
  if (bytes === undefined || typeof bytes === 'string') return bytes;
  return (globalThis as BufferGlobal).Buffer?.from(bytes.buffer, bytes.byteOffset, bytes.byteLength) ?? bytes;
}
