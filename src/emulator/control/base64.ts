import { readLatin1 } from '../../request/latin1.js';

/** The bytes of a text in base64. @throws TypeError when it is none. */
export function decodeBase64(text: string): Uint8Array {
  try {
    return readLatin1(atob(text));
  } catch {
    throw new TypeError('Expected bytes in base64');
  }
}

/** Bytes as base64. */
export function encodeBase64(bytes: Uint8Array): string {
  let letters = '';
  for (let at = 0; at < bytes.length; at += CHUNK) letters += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
  return btoa(letters);
}

/** How many bytes are handed over at once: a few thousand parameters are quicker than one, and far too few for the stack. */
const CHUNK = 8192;
