import { encodeMuLaw, SAMPLE_RATE } from './mu-law.js';

const RIFF = 0x52494646;
const WAVE = 0x57415645;
const PCM = 1;
const MU_LAW = 7;
/** The format is named in an extension of its own, at this place. */
const EXTENSIBLE = 0xfffe;
const HEADER_BYTES = 44;

/** Whether bytes are a WAV. */
export function isWav(bytes: Uint8Array): boolean {
  if (bytes.length < 12) return false;
  const view = viewOf(bytes);
  return view.getUint32(0) === RIFF && view.getUint32(8) === WAVE;
}

/**
 * Reads sound as a telephone carries it: mu-law of 8000 samples a second. What is no WAV is taken to be that already.
 *
 * @throws TypeError when it is a WAV of neither 16-bit samples nor mu-law.
 */
export function readSound(bytes: Uint8Array): Uint8Array {
  if (!isWav(bytes)) return bytes;
  const { format, channels, rate, bits, data } = readChunks(bytes);
  if (format === MU_LAW && channels === 1 && rate === SAMPLE_RATE) return data;
  if (format !== PCM || bits !== 16 || channels < 1 || rate < 1) {
    const got = `got format ${format} with ${bits} bits, ${channels} channels and ${rate} samples a second`;
    throw new TypeError(
      `A WAV for a telephone has 16-bit samples (format 1), or is mono mu-law of 8000 samples a second (format 7); ${got}`,
    );
  }
  return encodeMuLaw(resample(mixDown(data, channels), rate));
}

interface Chunks {
  readonly format: number;
  readonly channels: number;
  readonly rate: number;
  readonly bits: number;
  readonly data: Uint8Array;
}

function readChunks(bytes: Uint8Array): Chunks {
  const view = viewOf(bytes);
  let head = { format: 0, channels: 0, rate: 0, bits: 0 };
  for (let at = 12; at + 8 <= bytes.length; ) {
    const name = view.getUint32(at);
    const size = view.getUint32(at + 4, true);
    const body = at + 8;
    if (name === 0x666d7420 && body + 16 <= bytes.length) {
      const format = view.getUint16(body, true);
      head = {
        format: format === EXTENSIBLE && body + 26 <= bytes.length ? view.getUint16(body + 24, true) : format,
        channels: view.getUint16(body + 2, true),
        rate: view.getUint32(body + 4, true),
        bits: view.getUint16(body + 14, true),
      };
    }
    if (name === 0x64617461) return { ...head, data: bytes.subarray(body, Math.min(bytes.length, body + size)) };
    at = body + size + (size % 2);
  }
  return { ...head, data: new Uint8Array() };
}

function mixDown(data: Uint8Array, channels: number): Int16Array {
  const view = viewOf(data);
  return Int16Array.from({ length: Math.floor(data.length / 2 / channels) }, (_, index) => {
    let sum = 0;
    for (let channel = 0; channel < channels; channel += 1) sum += view.getInt16(2 * (index * channels + channel), true);
    return Math.round(sum / channels);
  });
}

/** Brings samples to the rate of a telephone, by straight lines between them. */
function resample(samples: Int16Array, rate: number): Int16Array {
  if (rate === SAMPLE_RATE) return samples;
  return Int16Array.from({ length: Math.floor((samples.length * SAMPLE_RATE) / rate) }, (_, index) => {
    const at = (index * rate) / SAMPLE_RATE;
    const [one = 0, other = one] = [samples[Math.floor(at)], samples[Math.floor(at) + 1]];
    return Math.round(one + (other - one) * (at % 1));
  });
}

/** Writes a WAV of 16-bit samples, 8000 a second, one channel beside the other. */
export function writeWav(channels: readonly Int16Array[]): Uint8Array {
  const length = Math.max(0, ...channels.map((channel) => channel.length));
  const bytes = new Uint8Array(HEADER_BYTES + length * channels.length * 2);
  const view = viewOf(bytes);
  const frameBytes = channels.length * 2;
  view.setUint32(0, RIFF);
  view.setUint32(4, bytes.length - 8, true);
  view.setUint32(8, WAVE);
  view.setUint32(12, 0x666d7420);
  view.setUint32(16, 16, true);
  view.setUint16(20, PCM, true);
  view.setUint16(22, channels.length, true);
  view.setUint32(24, SAMPLE_RATE, true);
  view.setUint32(28, SAMPLE_RATE * frameBytes, true);
  view.setUint16(32, frameBytes, true);
  view.setUint16(34, 16, true);
  view.setUint32(36, 0x64617461);
  view.setUint32(40, bytes.length - HEADER_BYTES, true);
  for (const [position, samples] of channels.entries())
    for (const [index, sample] of samples.entries()) view.setInt16(HEADER_BYTES + index * frameBytes + position * 2, sample, true);
  return bytes;
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
