import { readLatin1 } from '../request/latin1.js';

/** Decodes base64, with or without line breaks; `undefined` for other text. */
export function decodeBase64(text: string): Uint8Array<ArrayBuffer> | undefined {
  const trimmed = text.trim();
  if (!BASE64.test(trimmed)) return undefined;
  try {
    return readLatin1(atob(trimmed));
  } catch {
    return undefined;
  }
}

const BASE64 = /^[A-Za-z\d+/\r\n]{8,}={0,2}$/;
