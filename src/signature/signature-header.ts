/** Base64 of exactly 20 bytes: the last digit before the padding carries four bits, the other two are zero. */
const SIGNATURE = /^[A-Za-z\d+/]{26}[AEIMQUYcgkosw048]=$/;

/** Reads an `X-Twilio-Signature` into 20 characters, one a byte; `undefined` when it is anything else. */
export function decodeSignature(header: string): string | undefined {
  return SIGNATURE.test(header) ? atob(header) : undefined;
}

/** Writes 20 characters, one a byte, as an `X-Twilio-Signature`. */
export function encodeSignature(bytes: string): string {
  return btoa(bytes);
}
