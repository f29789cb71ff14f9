import { hmac } from '@noble/hashes/hmac.js';
import { sha1 } from '@noble/hashes/legacy.js';
import { sha256 } from '@noble/hashes/sha2.js';

/** What is used of `node:crypto`. */
interface NodeCrypto {
  createHmac(algorithm: 'sha1', key: string): NodeHash;
  createHash(algorithm: 'sha256'): NodeHash;
}

interface NodeHash {
  update(data: string | Uint8Array): NodeHash;
  digest(): Uint8Array;
}

interface NodeLikeGlobal {
  readonly process?: { readonly getBuiltinModule?: (name: 'node:crypto') => NodeCrypto | undefined };
}

// Asked for instead of imported: runtimes without node:crypto load this file too, and bundlers do not trip over the name.
const nodeCrypto = (globalThis as NodeLikeGlobal).process?.getBuiltinModule?.('node:crypto');

/** Computes the 20 bytes of Twilio's signature. Key and text are taken as UTF-8. */
export function hmacSha1(key: string, text: string): Uint8Array {
  if (nodeCrypto !== undefined) return nodeCrypto.createHmac('sha1', key).update(text).digest();
  return hmac(sha1, toBytes(key), toBytes(text));
}

/** Computes the 32 bytes of a SHA-256. Text is taken as UTF-8. */
export function hashSha256(data: string | Uint8Array): Uint8Array {
  if (nodeCrypto !== undefined) return nodeCrypto.createHash('sha256').update(data).digest();
  return sha256(toBytes(data));
}

function toBytes(data: string | Uint8Array): Uint8Array {
  return typeof data === 'string' ? new TextEncoder().encode(data) : data;
}
