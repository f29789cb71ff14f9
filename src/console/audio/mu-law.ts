const BIAS = 0x84;
const CLIP = 32_635;

/** What each byte of mu-law stands for, from -1 to 1: https://www.itu.int/rec/T-REC-G.711 */
const SAMPLES = Float32Array.from({ length: 256 }, (_, byte) => {
  const bits = ~byte & 0xff;
  const size = ((((bits & 0x0f) << 3) + BIAS) << ((bits & 0x70) >> 4)) - BIAS;
  return (bits & 0x80 ? -size : size) / 0x8000;
});

/** Reads mu-law, which telephones carry, as numbers from -1 to 1. */
export function decodeMuLaw(bytes: Uint8Array): Float32Array {
  return Float32Array.from(bytes, (byte) => SAMPLES[byte] as number);
}

/** Writes one sample as mu-law. */
export function encodeMuLaw(sample: number): number {
  const value = Math.round(Math.max(-1, Math.min(1, sample)) * 0x8000);
  const size = Math.min(Math.abs(value), CLIP) + BIAS;
  const exponent = Math.max(0, 24 - Math.clz32(size));
  const bits = (value < 0 ? 0x80 : 0) | (exponent << 4) | ((size >> (exponent + 3)) & 0x0f);
  return ~bits & 0xff;
}
