import type { SignatureAlgorithm } from './signature-settings.js';

/**
 * SHA-1 and SHA-256 as in FIPS 180-4, for runtimes without `node:crypto`; the Web Crypto API cannot be asked without a promise. As short as
 * they can be told, since they are part of every bundle: the tests hold them against `node:crypto`.
 */
export function hashBytes(algorithm: SignatureAlgorithm, data: Uint8Array): Uint8Array {
  const [start, compress] = algorithm === 'HMAC_SHA1' ? [START_1, compressSha1] : [firstBits(8, 1 / 2), compressSha256];
  const state = Int32Array.from(start);
  const padded = pad(data);
  const words = new Int32Array(80);
  for (let offset = 0; offset < padded.byteLength; offset += 64) {
    for (let at = 0; at < 16; at += 1) words[at] = padded.getInt32(offset + at * 4);
    const old = state.slice();
    compress(state, words);
    for (let at = 0; at < state.length; at += 1) state[at] = (state[at] as number) + (old[at] as number);
  }
  const digest = new DataView(new ArrayBuffer(state.length * 4));
  for (const [at, word] of state.entries()) digest.setInt32(at * 4, word);
  return new Uint8Array(digest.buffer);
}

/** The data, a one, zeros up to a whole block, and the length in bits. */
function pad(data: Uint8Array): DataView {
  const bytes = new Uint8Array(Math.ceil((data.length + 9) / 64) * 64);
  bytes.set(data);
  bytes[data.length] = 0x80;
  const view = new DataView(bytes.buffer);
  view.setUint32(bytes.length - 8, Math.floor(data.length / 2 ** 29));
  view.setUint32(bytes.length - 4, data.length << 3);
  return view;
}

const START_1: ArrayLike<number> = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0];

function compressSha1(state: Int32Array, words: Int32Array): void {
  let [a, b, c, d, e] = state as unknown as [number, number, number, number, number];
  for (let at = 0; at < 80; at += 1) {
    if (at > 15) words[at] = rotate(word(words, at - 3) ^ word(words, at - 8) ^ word(words, at - 14) ^ word(words, at - 16), 31);
    const mixed =
      at < 20
        ? (d ^ (b & (c ^ d))) + 0x5a827999
        : at < 40
          ? (b ^ c ^ d) + 0x6ed9eba1
          : at < 60
            ? ((b & c) | (d & (b | c))) + 0x8f1bbcdc
            : (b ^ c ^ d) + 0xca62c1d6;
    const next = (rotate(a, 27) + mixed + e + word(words, at)) | 0;
    [e, d, c, b, a] = [d, c, rotate(b, 2), a, next];
  }
  state.set([a, b, c, d, e]);
}

/** The constants of SHA-256 are the first bits of the roots of the first primes, made when the hash is first needed. */
let constants: Int32Array | undefined;

function compressSha256(state: Int32Array, words: Int32Array): void {
  constants ??= firstBits(64, 1 / 3);
  let [a, b, c, d, e, f, g, h] = state as unknown as [number, number, number, number, number, number, number, number];
  for (let at = 0; at < 64; at += 1) {
    if (at > 15) {
      const [early, late] = [word(words, at - 15), word(words, at - 2)];
      const low = rotate(early, 7) ^ rotate(early, 18) ^ (early >>> 3);
      const high = rotate(late, 17) ^ rotate(late, 19) ^ (late >>> 10);
      words[at] = low + high + word(words, at - 7) + word(words, at - 16);
    }
    const first = h + (rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)) + (g ^ (e & (f ^ g))) + word(constants, at) + word(words, at);
    const second = (rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)) + ((a & b) | (c & (a | b)));
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + first) | 0, c, b, a, (first + second) | 0];
  }
  state.set([a, b, c, d, e, f, g, h]);
}

/** Turns the bits of a word to the right. */
function rotate(bits: number, by: number): number {
  return (bits >>> by) | (bits << (32 - by));
}

function word(words: Int32Array, at: number): number {
  return words[at] as number;
}

/** The first 32 bits behind the point of a root of each of the first primes. */
function firstBits(count: number, exponent: number): Int32Array {
  const primes: number[] = [];
  for (let number = 2; primes.length < count; number += 1) {
    if (primes.every((prime) => number % prime !== 0)) primes.push(number);
  }
  return Int32Array.from(primes, (prime) => ((prime ** exponent % 1) * 2 ** 32) | 0);
}
