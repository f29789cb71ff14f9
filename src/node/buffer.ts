interface BufferGlobal {
  readonly Buffer?: { from(bytes: ArrayBufferLike, offset: number, length: number): Uint8Array } | undefined;
}

/** Reads the body of a response as what frameworks of Node send as it is: they take other bytes for an object to write as JSON. */
export async function readBuffer(response: Response): Promise<Uint8Array | undefined> {
  if (response.body === null) return undefined;
  const bytes = new Uint8Array(await response.arrayBuffer());
  return (globalThis as BufferGlobal).Buffer?.from(bytes.buffer, bytes.byteOffset, bytes.byteLength) ?? bytes;
}
