import { hashBytes } from './hash.js';
import type { SignatureAlgorithm } from './signature-settings.js';

/** What is used of `node:crypto`. */
interface NodeCrypto {
  hash?(algorithm: string, data: string | Uint8Array, encoding: Encoding): string;
  createHash(algorithm: string): { update(data: string | Uint8Array): { digest(encoding: Encoding): string } };
}

type Encoding = 'latin1' | 'hex';

interface NodeLikeGlobal {
  readonly process?: { readonly getBuiltinModule?: (name: 'node:crypto') => NodeCrypto | undefined };
}

/** `null` before anything was hashed: Node takes longer to load it than all of our own code for signatures. */
let nodeCrypto: NodeCrypto | undefined | null = null;

const BLOCK_LENGTH = 64;
const encoder = /* @__PURE__ */ new TextEncoder();

// Views cost as much as hashing a short text, so that one set serves all calls. Nothing here runs while another call does.
const inner = /* @__PURE__ */ new Uint8Array(8_192);
const innerText = /* @__PURE__ */ inner.subarray(BLOCK_LENGTH);
const outer = /* @__PURE__ */ new Uint8Array(BLOCK_LENGTH + 32);
const outers: Readonly<Record<SignatureAlgorithm, Uint8Array>> = /* @__PURE__ */ (() => ({
  HMAC_SHA1: outer.subarray(0, BLOCK_LENGTH + 20),
  HMAC_SHA256: outer,
}))();
/** The secret whose blocks begin the two, and for which algorithm: of a long one the blocks have its hash. */
let lastSecret: string | undefined;
let lastAlgorithm: SignatureAlgorithm | undefined;

/**
 * Computes the 20 or 32 bytes of Twilio's signature, as text of one character a byte. Secret and text are taken as UTF-8.
 *
 * HMAC as in RFC 2104, over whatever hash there is: two hashes in one call each take half the time of `createHmac`, and the fallback needs
 * no HMAC of its own.
 *
 * @param tail - Follows the URL. As bytes where it is signed again and again.
 */
export function hmac(algorithm: SignatureAlgorithm, secret: string, url: string, tail: string | Uint8Array = ''): string {
  if (secret !== lastSecret || algorithm !== lastAlgorithm) setSecret(algorithm, secret);
  setBytes(outer, BLOCK_LENGTH, hash(algorithm, encodeInner(url, tail)));
  return hash(algorithm, outers[algorithm]);
}

/** Writes both blocks: the secret, or the hash of one that is longer than a block, and zeros. */
function setSecret(algorithm: SignatureAlgorithm, secret: string): void {
  const block = new Uint8Array(BLOCK_LENGTH);
  const bytes = encoder.encode(secret);
  if (bytes.length <= BLOCK_LENGTH) block.set(bytes);
  else setBytes(block, 0, hash(algorithm, bytes));
  for (const [at, byte] of block.entries()) {
    inner[at] = byte ^ 0x36;
    outer[at] = byte ^ 0x5c;
  }
  lastSecret = secret;
  lastAlgorithm = algorithm;
}

/** Puts a text behind the inner block. */
function encodeInner(url: string, tail: string | Uint8Array): Uint8Array {
  if ((url.length + tail.length) * 3 > innerText.length)
    return encodeLong(encoder.encode(url), typeof tail === 'string' ? encoder.encode(tail) : tail);
  if (typeof tail === 'string') return inner.subarray(0, BLOCK_LENGTH + encoder.encodeInto(url + tail, innerText).written);
  const end = BLOCK_LENGTH + encoder.encodeInto(url, innerText).written;
  inner.set(tail, end);
  return inner.subarray(0, end + tail.length);
}

function encodeLong(url: Uint8Array, tail: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(BLOCK_LENGTH + url.length + tail.length);
  bytes.set(inner.subarray(0, BLOCK_LENGTH));
  bytes.set(url, BLOCK_LENGTH);
  bytes.set(tail, BLOCK_LENGTH + url.length);
  return bytes;
}

function setBytes(target: Uint8Array, from: number, bytes: string): void {
  for (let at = 0; at < bytes.length; at += 1) target[from + at] = bytes.charCodeAt(at);
}

function hash(algorithm: SignatureAlgorithm, bytes: Uint8Array): string {
  return hashByNode(NAMES[algorithm], bytes, 'latin1') ?? String.fromCharCode(...hashBytes(algorithm, bytes));
}

/** What `node:crypto` calls the hashes. */
const NAMES: Readonly<Record<SignatureAlgorithm, string>> = { HMAC_SHA1: 'sha1', HMAC_SHA256: 'sha256' };

/** Computes a SHA-256, as 64 lower-case hexadecimal digits. Text is taken as UTF-8. */
export function hashSha256(data: string | Uint8Array): string {
  const hex = hashByNode('sha256', data, 'hex');
  if (hex !== undefined) return hex;
  const bytes = typeof data === 'string' ? encoder.encode(data) : data;
  return Array.from(hashBytes('HMAC_SHA256', bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function hashByNode(algorithm: string, data: string | Uint8Array, encoding: Encoding): string | undefined {
  if (nodeCrypto === null) nodeCrypto = findNodeCrypto();
  // `hash` came with Node 20.12, and later to the runtimes that follow Node.
  return nodeCrypto?.hash?.(algorithm, data, encoding) ?? nodeCrypto?.createHash(algorithm).update(data).digest(encoding);
}

/** Asked for instead of imported: runtimes without node:crypto load this file too, and bundlers do not trip over the name. */
function findNodeCrypto(): NodeCrypto | undefined {
  try {
    return (globalThis as NodeLikeGlobal).process?.getBuiltinModule?.('node:crypto');
  } catch {
    // The edge runtime of Next has a `process` with every function of Node's, and each throws.
    return undefined;
  }
}
