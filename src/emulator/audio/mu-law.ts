/** Samples a second of a telephone. */
export const SAMPLE_RATE = 8000;

/** Mu-law silence. */
export const SILENCE = 0xff;

const BIAS = 0x84;
const CLIP = 32_635;

/** The sample that each byte stands for: https://www.itu.int/rec/T-REC-G.711 */
const SAMPLES = Int16Array.from({ length: 256 }, (_, byte) => {
  const bits = ~byte & 0xff;
  const size = ((((bits & 0x0f) << 3) + BIAS) << ((bits & 0x70) >> 4)) - BIAS;
  return bits & 0x80 ? -size : size;
});

/** Reads mu-law as samples of 16 bits. */
export function decodeMuLaw(bytes: Uint8Array): Int16Array {
  return Int16Array.from(bytes, (byte) => SAMPLES[byte] as number);
}

/** Writes samples of 16 bits as mu-law. */
export function encodeMuLaw(samples: Int16Array): Uint8Array {
  return Uint8Array.from(samples, encodeSample);
}

/** Writes one sample of 16 bits as mu-law. */
export function encodeSample(sample: number): number {
  const size = Math.min(Math.abs(sample), CLIP) + BIAS;
  const exponent = Math.max(0, 31 - Math.clz32(size) - 7);
  const bits = (sample < 0 ? 0x80 : 0) | (exponent << 4) | ((size >> (exponent + 3)) & 0x0f);
  return ~bits & 0xff;
}

/** Whether there is anything to hear: a line's own noise is not. */
export function isSilent(bytes: Uint8Array): boolean {
  return bytes.every((byte) => Math.abs(SAMPLES[byte] as number) < QUIET);
}

const QUIET = 256;

/** What a person who speaks sounds like to an agent that listens for the energy of speech: it is no words. */
export function hum(ms: number): Uint8Array {
  const samples = Int16Array.from({ length: Math.round((ms * SAMPLE_RATE) / 1000) }, (_, index) =>
    Math.round(
      6000 * Math.sin((2 * Math.PI * 160 * index) / SAMPLE_RATE) * (0.7 + 0.3 * Math.sin((2 * Math.PI * 4 * index) / SAMPLE_RATE)),
    ),
  );
  return encodeMuLaw(samples);
}
