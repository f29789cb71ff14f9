import { ALGORITHMS, type SignatureAlgorithm } from './signature-settings.js';

/** Base64 of exactly 20 and of exactly 32 bytes: the last digit before the padding carries four bits, the other two are zero. */
const SIGNATURES: Readonly<Record<SignatureAlgorithm, RegExp>> = {
  HMAC_SHA1: /^[A-Za-z\d+/]{26}[AEIMQUYcgkosw048]=$/,
  HMAC_SHA256: /^[A-Za-z\d+/]{42}[AEIMQUYcgkosw048]=$/,
};

/** Reads an `X-Twilio-Signature` into characters, one a byte; `undefined` when it is no signature of the algorithm. */
export function decodeSignature(header: string, algorithm: SignatureAlgorithm): string | undefined {
  return SIGNATURES[algorithm].test(header) ? atob(header) : undefined;
}

/** A signature as it came, and the algorithm that makes signatures of its length. */
export interface SentSignature {
  readonly signature: string;
  readonly algorithm: SignatureAlgorithm;
}

/** Reads an `X-Twilio-Signature` of either length. */
export function readSignature(header: string): SentSignature | undefined {
  for (const algorithm of ALGORITHMS) {
    const signature = decodeSignature(header, algorithm);
    if (signature !== undefined) return { signature, algorithm };
  }
  return undefined;
}

/** Tells whether a header is a signature of either length. */
export function isSignature(header: string): boolean {
  return SIGNATURES.HMAC_SHA1.test(header) || SIGNATURES.HMAC_SHA256.test(header);
}

/** Writes characters, one a byte, as an `X-Twilio-Signature`. */
export function encodeSignature(bytes: string): string {
  return btoa(bytes);
}
