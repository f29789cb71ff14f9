import type { RequestHeaders } from '../request/headers.js';
import type { SharedKeys, SignatureOptions } from './request.js';
import { readSettings, type SignatureAlgorithm } from './signature-settings.js';
import { isSecret, readTokens } from './tokens.js';

/** All secrets that may have signed a request. */
export interface Keys {
  /** Empty where shared keys alone are given. */
  readonly tokens: readonly string[];
  readonly sharedKeys?: SharedKeys | undefined;
}

/** With what a request says it was signed. */
export interface Signer {
  readonly algorithm: SignatureAlgorithm;
  readonly secrets: readonly string[];
}

/**
 * Reads the secrets of the options.
 *
 * @throws TypeError when there is none, or one that is empty.
 */
export function readKeys(options: SignatureOptions): Keys {
  const { authToken, sharedKeys } = options ?? {};
  // Nearly everybody has a token alone.
  if (sharedKeys === undefined) return { tokens: readTokens(authToken) };
  const hasKeys = typeof sharedKeys === 'function' || checkSharedKeys(sharedKeys) > 0;
  return { tokens: authToken === undefined && hasKeys ? [] : readTokens(authToken), sharedKeys };
}

/**
 * Refuses shared keys that can never work.
 *
 * @returns How many there are.
 * @throws TypeError
 */
export function checkSharedKeys(sharedKeys: Exclude<SharedKeys, (...parts: never) => unknown>): number {
  if (Object.prototype.toString.call(sharedKeys) !== '[object Object]') {
    throw new TypeError('sharedKeys must be an object of secrets by key id, or a function.');
  }
  const secrets: readonly unknown[] = Object.values(sharedKeys);
  if (!secrets.every(isSecret)) throw new TypeError(EMPTY_SECRET);
  return secrets.length;
}

const EMPTY_SECRET = 'Every secret of sharedKeys must be a text that is not empty: is its variable set?';

/**
 * Finds what a request is to be verified by: the shared key that it names, with its algorithm and with nothing else, or the auth tokens.
 * `undefined` when it names a key or an algorithm that is not known, or none where shared keys alone are given.
 */
export function findSigner(headers: RequestHeaders, { tokens, sharedKeys }: Keys): Signer | undefined {
  const settings = readSettings(headers);
  if (settings === undefined) return tokens.length === 0 ? undefined : { algorithm: 'HMAC_SHA1', secrets: tokens };
  const { keyId, algorithm } = settings;
  if (keyId === undefined || algorithm === undefined) return undefined;
  const secret = findSecret(keyId, sharedKeys);
  return secret === undefined ? undefined : { algorithm, secrets: [secret] };
}

function findSecret(keyId: string, sharedKeys: SharedKeys | undefined): string | undefined {
  if (typeof sharedKeys === 'function') return checkSecret(sharedKeys(keyId));
  return sharedKeys !== undefined && Object.hasOwn(sharedKeys, keyId) ? sharedKeys[keyId] : undefined;
}

/**
 * Checks what a function of the program found for a key's id. What is no text counts as nothing: a look-up of `__proto__` in an object
 * finds one, and nobody's header may make a program throw.
 *
 * @throws TypeError for an empty text, with which anybody could sign, and for a promise, which says that the function cannot be used here.
 */
export function checkSecret(found: unknown): string | undefined {
  if (isThenable(found)) {
    throw new TypeError('sharedKeys must not return a promise, except in webhook().');
  }
  if (typeof found !== 'string') return undefined;
  if (!isSecret(found)) throw new TypeError(EMPTY_SECRET);
  return found;
}

function isThenable(value: unknown): boolean {
  return typeof (value as { readonly then?: unknown } | null | undefined)?.then === 'function';
}
