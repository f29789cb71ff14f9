/** Base64 of exactly 20 bytes: the last digit before the padding carries four bits, the other two are zero. */
const SIGNATURE = /^[A-Za-z\d+/]{26}[AEIMQUYcgkosw048]=$/;

/** Reads the 20 bytes of an `X-Twilio-Signature`; `undefined` when the text is anything else. */
export function decodeSignature(header: string): Uint8Array | undefined {
  if (!SIGNATURE.test(header)) return undefined;
  const binary = atob(header);
  const bytes = new Uint8Array(binary.length);
  for (let at = 0; at < bytes.length; at += 1) bytes[at] = binary.charCodeAt(at);
  return bytes;
}

/** Writes bytes as an `X-Twilio-Signature`. */
export function encodeSignature(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}
