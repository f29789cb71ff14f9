import { type RequestHeaders, readHeader } from '../request/headers.js';

/** How a signature is made. Twilio writes the names in capitals. */
export type SignatureAlgorithm = 'HMAC_SHA1' | 'HMAC_SHA256';

/** Every algorithm that is known. */
export const ALGORITHMS: readonly SignatureAlgorithm[] = ['HMAC_SHA1', 'HMAC_SHA256'];

/** The header of webhooks that are signed with a shared key, in lower case. */
export const SETTINGS_HEADER = 'x-twilio-webhooks-signature-settings';

/** What `X-Twilio-Webhooks-Signature-Settings` says, such as `key=webhooks_sharedkey_01,algorithm=HMAC_SHA256`. */
export interface SignatureSettings {
  /** The key's id; absent when the header names none, or several. */
  readonly keyId?: string;
  /** Absent when the header names several algorithms, or one that is not known. */
  readonly algorithm?: SignatureAlgorithm;
  /** What the header calls the algorithm; several names are joined by commas. */
  readonly named: string;
}

/** Reads which shared key signed a request; `undefined` when the header is absent or empty, and an auth token is to have signed it. */
export function readSettings(headers: RequestHeaders): SignatureSettings | undefined {
  const header = readHeader(headers, SETTINGS_HEADER);
  return header === undefined || header.trim() === '' ? undefined : parseSettings(header);
}

function parseSettings(header: string): SignatureSettings {
  const keys = new Set<string>();
  const names = new Set<string>();
  for (const part of header.split(',')) {
    const equals = part.indexOf('=');
    const value = part.slice(equals + 1).trim();
    const name = equals === -1 ? '' : part.slice(0, equals).trim();
    if (name === 'key') keys.add(value);
    if (name === 'algorithm' && value !== '') names.add(value.toUpperCase());
  }
  const [keyId = ''] = keys;
  const named = [...names].join(', ') || 'HMAC_SHA1';
  const algorithm = ALGORITHMS.find((known) => known === named);
  // Of two keys or algorithms nobody can say which one Twilio meant. No header of that name is signed.
  return {
    ...(keys.size === 1 && isKeyId(keyId) && { keyId }),
    ...(algorithm !== undefined && { algorithm }),
    named,
  };
}

/** Whether a text can be a key's id: visible characters, and no more than anything is called by, since the sender's word is looked up. */
export function isKeyId(id: unknown): id is string {
  return typeof id === 'string' && /^[\x21-\x2b\x2d-\x7e]{1,200}$/.test(id);
}

/** Writes the header's value. */
export function writeSettings(keyId: string, algorithm: SignatureAlgorithm): string {
  return `key=${keyId},algorithm=${algorithm}`;
}
