/** How long each of the two numbers of a P-256 signature is. */
const NUMBER_LENGTH = 32;
const SEQUENCE = 0x30;
const INTEGER = 0x02;

/**
 * Rewrites an ECDSA signature from DER, a sequence of two integers of 1 to 33 bytes, into what the Web Crypto API takes: the two numbers side
 * by side, 32 bytes each. `undefined` for bytes that are no such sequence.
 */
export function convertDerSignature(der: Uint8Array): Uint8Array<ArrayBuffer> | undefined {
  if (der[0] !== SEQUENCE || der[1] !== der.length - 2) return undefined;
  const firstEnd = 4 + (der[3] ?? 0);
  const first = readInteger(der.subarray(2, firstEnd));
  const second = readInteger(der.subarray(firstEnd));
  if (first === undefined || second === undefined) return undefined;
  const raw = new Uint8Array(2 * NUMBER_LENGTH);
  raw.set(first, NUMBER_LENGTH - first.length);
  raw.set(second, raw.length - second.length);
  return raw;
}

/** Reads a positive integer without the zero that DER puts before a high first bit. */
function readInteger(der: Uint8Array): Uint8Array | undefined {
  const [tag, length, first = 0x80] = der;
  if (tag !== INTEGER || length !== der.length - 2 || first >= 0x80) return undefined;
  const number = first === 0 ? der.subarray(3) : der.subarray(2);
  return number.length <= NUMBER_LENGTH ? number : undefined;
}
