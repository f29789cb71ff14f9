import { isFormType } from '../request/content.js';
import { decodeText, type FormPair, listPairs, readPairs } from '../request/forms.js';
import { readHeader } from '../request/headers.js';
import { readBodyHashes } from './body-hash.js';
import { hashSha256 } from './hmac.js';
import type { SignedRequest } from './request.js';

/** What a signature covers beside the URL. */
export interface Coverage {
  /** The text that follows the URL. */
  readonly tail: string;
  /** The raw body whose hash the URL carries, where the tail says nothing of the body. */
  readonly hashed?: string | Uint8Array;
  /** The parameters in the tail, in the order they are signed. */
  readonly pairs?: readonly FormPair[];
}

/** Why no signature could cover a body. */
export type Uncovered = 'SIGNATURE_MISMATCH' | 'SIGNATURE_BODY_MISMATCH' | 'SIGNATURE_BODY_UNSIGNED';

/**
 * Finds how a request's body is covered: a form by its parameters, any other body by the hash in the URL. The Content-Type decides, never
 * the URL, which may hold the text `bodySHA256` for other reasons.
 *
 * @param read - The parameters of the raw form that is the body, where they were read already; they are put in the order they are signed.
 * @returns The code of the refusal when no signature could cover it.
 */
export function coverBody(request: SignedRequest, read?: FormPair[]): Coverage | Uncovered {
  const body = request.body ?? '';
  const contentType = readHeader(request.headers, 'content-type');
  const hashes = readBodyHashes(request.url);
  const isForm = isFormType(contentType);
  if (!isRaw(body)) return coverParsed(body, isForm || isBodiless(request, body), hashes);
  if (!isForm) return coverBytes(body, hashes);
  // Without a Content-Type nothing but the hash can tell the two readings apart. Either covers every byte of the body.
  if (contentType === undefined && hashes.length > 0 && hashes.includes(hashSha256(body))) return { tail: '', hashed: body };
  return coverPairs(read ?? readPairs(typeof body === 'string' ? body : decodeText(body)), body, hashes);
}

function coverBytes(body: string | Uint8Array, hashes: readonly string[]): Coverage | Uncovered {
  if (hashes.length > 0) return { tail: '', hashed: body };
  return body.length === 0 ? { tail: '' } : 'SIGNATURE_BODY_UNSIGNED';
}

function coverParsed(body: ParsedBody, isForm: boolean, hashes: readonly string[]): Coverage | Uncovered {
  const pairs = readParsed(body);
  if (!isForm) return hashes.length > 0 ? 'SIGNATURE_BODY_MISMATCH' : 'SIGNATURE_BODY_UNSIGNED';
  if (pairs === undefined) return 'SIGNATURE_MISMATCH';
  return coverPairs(pairs, '', hashes);
}

function coverPairs(pairs: FormPair[], body: string | Uint8Array, hashes: readonly string[]): Coverage {
  const tail = writeTail(pairs);
  // A form without parameters adds nothing to the URL, so that a captured signature of some other body would cover it.
  return tail === '' && hashes.length > 0 ? { tail, hashed: body } : { tail, pairs };
}

/** Some frameworks make up an empty object where there was no body, whatever the Content-Type says. */
function isBodiless(request: SignedRequest, body: object): boolean {
  return request.method?.toUpperCase() === 'GET' && Object.keys(body).length === 0;
}

/** Tells raw bodies from parsed ones, also in realms where `instanceof` fails. */
export function isRaw(body: NonNullable<SignedRequest['body']>): body is string | Uint8Array {
  return typeof body === 'string' || ArrayBuffer.isView(body);
}

/**
 * Lists the parameters of a body that a framework parsed; `undefined` when some value is no text, as in parsed JSON or in forms whose
 * bracketed names became objects.
 *
 * @throws TypeError for objects that no parser makes, such as a `Map` or a stream. They have no enumerable properties, and would pass for
 * a form without parameters.
 */
export function readParsed(body: ParsedBody): FormPair[] | undefined {
  if (isSearchParams(body)) return Array.from(body, ([name, value]) => ({ name, value }));
  if (isFormData(body)) return readFormData(body);
  if (!isParsed(body))
    throw new TypeError('body must be text, a Uint8Array, URLSearchParams, FormData, or an object of texts and lists of texts.');
  if (typeof body !== 'object' || Array.isArray(body)) return undefined;
  return listPairs(body);
}

/** Whether a value is something that a parser of forms or JSON makes. */
export function isParsed(body: unknown): boolean {
  if (typeof body !== 'object' || body === null || Array.isArray(body) || isSearchParams(body) || isFormData(body)) return true;
  // Asked of the prototype's prototype, since objects of other realms have another Object.prototype.
  const prototype: unknown = Object.getPrototypeOf(body);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

/** A body that is no longer raw. */
type ParsedBody = Exclude<NonNullable<SignedRequest['body']>, string | Uint8Array>;

function isSearchParams(body: object): body is URLSearchParams {
  return Object.prototype.toString.call(body) === '[object URLSearchParams]';
}

function isFormData(body: object): body is FormData {
  return Object.prototype.toString.call(body) === '[object FormData]';
}

/** What a form of Twilio's became; `undefined` for one with a file, which Twilio never sends. */
function readFormData(body: FormData): FormPair[] | undefined {
  const pairs: FormPair[] = [];
  for (const [name, value] of body.entries()) {
    if (typeof value !== 'string') return undefined;
    pairs.push({ name, value });
  }
  return pairs;
}

/**
 * Writes parameters as they are signed: names in order and under each name its values in order, each once, without anything between. Sorts
 * by name and then by value, never the two joined: `Reason` comes before `ReasonCode` whatever its value is.
 *
 * @param pairs - Are put in that order.
 */
export function writeTail(pairs: FormPair[]): string {
  sortPairs(pairs);
  let tail = '';
  let last: FormPair | undefined;
  for (const pair of pairs) {
    if (last === undefined || last.name !== pair.name || last.value !== pair.value) tail += pair.name + pair.value;
    last = pair;
  }
  return tail;
}

/** Up to this many are sorted in half the time by putting one after the other in its place. */
const FEW = 64;

function sortPairs(pairs: FormPair[]): void {
  if (pairs.length > FEW) {
    pairs.sort((left, right) => (isAfter(left, right) ? 1 : isAfter(right, left) ? -1 : 0));
    return;
  }
  for (let at = 1; at < pairs.length; at += 1) {
    const pair = pairs[at] as FormPair;
    let low = 0;
    for (let high = at; low < high; ) {
      const middle = (low + high) >> 1;
      if (isAfter(pairs[middle] as FormPair, pair)) high = middle;
      else low = middle + 1;
    }
    for (let place = at; place > low; place -= 1) pairs[place] = pairs[place - 1] as FormPair;
    pairs[low] = pair;
  }
}

/** By UTF-16 units, as the helper libraries for JavaScript, Java and C# sort. */
function isAfter(left: FormPair, right: FormPair): boolean {
  return left.name > right.name || (left.name === right.name && left.value > right.value);
}
