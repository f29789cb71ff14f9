import { readFileSync } from 'node:fs';

/** A recorded, published or computed request with the verdict it must have; `source` says where it comes from. */
export interface SignatureVector {
  readonly id: string;
  readonly kind: 'twilio' | 'sendgrid-ecdsa';
  readonly source: string;
  readonly note: string;
  readonly authToken: string;
  readonly publicKey: string;
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Where the body is not text. */
  readonly bodyBase64?: string;
  readonly valid: boolean;
  /** The URL that was signed, where it is not the one given. */
  readonly signedUrl?: string;
  /** Set where verifiers may well differ. */
  readonly either?: boolean;
}

const file = new URL('../vectors/signature.json', import.meta.url);
const vectors = JSON.parse(readFileSync(file, 'utf8')) as readonly SignatureVector[];

export const twilioVectors: readonly SignatureVector[] = vectors.filter(({ kind }) => kind === 'twilio');
export const emailVectors: readonly SignatureVector[] = vectors.filter(({ kind }) => kind === 'sendgrid-ecdsa');

export function readBytes({ body, bodyBase64 }: SignatureVector): Uint8Array {
  return new Uint8Array(bodyBase64 === undefined ? Buffer.from(body ?? '') : Buffer.from(bodyBase64, 'base64'));
}
