interface BufferGlobal {
  readonly Buffer?: { from(bytes: ArrayBufferLike, offset: number, length: number): Uint8Array } | undefined;
}

/** Bytes as what frameworks of Node know as such: they take others for an object to write as JSON. */
export function toBuffer<Body extends string | Uint8Array | undefined>(body: Body): Body | Uint8Array {
  if (body === undefined || typeof body === 'string') return body;
  return (globalThis as BufferGlobal).Buffer?.from(body.buffer, body.byteOffset, body.byteLength) ?? body;
}
