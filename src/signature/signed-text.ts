import type { SignatureErrorCode } from '../errors.js';
import { type FormPair, type FormParameters, listPairs, readPairs } from '../request/forms.js';
import { readHeader } from '../request/headers.js';
import { bodySha256, readBodyHashes } from './body-hash.js';
import type { SignedRequest } from './request.js';

/** What a signature covers beside the URL. */
export interface Coverage {
  /** The text that follows the URL. */
  readonly tail: string;
  /** The raw body whose hash the URL carries, where the tail says nothing of the body. */
  readonly hashed?: string | Uint8Array;
}

/**
 * Finds how a request's body is covered: a form by its parameters, any other body by the hash in the URL. The Content-Type decides, never
 * the URL, which may hold the text `bodySHA256` for other reasons.
 *
 * @returns The code of the refusal when no signature could cover it.
 */
export function coverBody(request: SignedRequest): Coverage | SignatureErrorCode {
  const body = request.body ?? '';
  const contentType = readHeader(request.headers, 'content-type');
  const hashes = readBodyHashes(request.url);
  const isForm = contentType === undefined || FORM.test(contentType);
  if (!isRaw(body)) return coverParsed(body, isForm || isBodiless(request, body), hashes);
  if (!isForm) return coverBytes(body, hashes);
  // Without a Content-Type nothing but the hash can tell the two readings apart. Either covers every byte of the body.
  if (contentType === undefined && hashes.length > 0 && hashes.includes(bodySha256(body))) return { tail: '', hashed: body };
  const tail = writeTail(readPairs(typeof body === 'string' ? body : decodeText(body)));
  // A form without parameters adds nothing to the URL, so that a captured signature of some other body would cover it.
  return tail === '' && hashes.length > 0 ? { tail, hashed: body } : { tail };
}

const FORM = /^\s*application\/x-www-form-urlencoded\s*(?:;|$)/i;

function coverBytes(body: string | Uint8Array, hashes: readonly string[]): Coverage | SignatureErrorCode {
  if (hashes.length > 0) return { tail: '', hashed: body };
  return body.length === 0 ? { tail: '' } : 'SIGNATURE_BODY_UNSIGNED';
}

function coverParsed(body: URLSearchParams | FormParameters, isForm: boolean, hashes: readonly string[]): Coverage | SignatureErrorCode {
  const pairs = readParsed(body);
  if (!isForm) return hashes.length > 0 ? 'SIGNATURE_BODY_MISMATCH' : 'SIGNATURE_BODY_UNSIGNED';
  if (pairs === undefined) return 'SIGNATURE_MISMATCH';
  const tail = writeTail(pairs);
  return tail === '' && hashes.length > 0 ? { tail, hashed: '' } : { tail };
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
 * @throws TypeError for objects that no parser makes, such as `FormData` or a stream. They have no enumerable properties, and would pass for
 * a form without parameters.
 */
export function readParsed(body: URLSearchParams | FormParameters): FormPair[] | undefined {
  if (Object.prototype.toString.call(body) === '[object URLSearchParams]') {
    return Array.from(body as URLSearchParams, ([name, value]) => ({ name, value }));
  }
  if (typeof body !== 'object' || Array.isArray(body)) return undefined;
  const prototype: unknown = Object.getPrototypeOf(body);
  if (prototype !== null && Object.getPrototypeOf(prototype) !== null) {
    throw new TypeError('body must be text, a Uint8Array, URLSearchParams, or an object of texts and lists of texts.');
  }
  return Object.values(body).every(isText) ? listPairs(body as FormParameters) : undefined;
}

function isText(value: unknown): boolean {
  return typeof value === 'string' || (Array.isArray(value) && value.every((item) => typeof item === 'string'));
}

/** A byte order mark is kept: it was signed as part of the first name. */
function decodeText(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}

/**
 * Writes parameters as they are signed: names in order and under each name its values in order, each once, without anything between. Sorts
 * by name and then by value, never the two joined: `Reason` comes before `ReasonCode` whatever its value is.
 */
export function writeTail(pairs: FormPair[]): string {
  pairs.sort(comparePairs);
  let tail = '';
  let last: FormPair | undefined;
  for (const pair of pairs) {
    if (last === undefined || last.name !== pair.name || last.value !== pair.value) tail += pair.name + pair.value;
    last = pair;
  }
  return tail;
}

/** By UTF-16 units, as the helper libraries for JavaScript, Java and C# sort. */
function comparePairs(left: FormPair, right: FormPair): number {
  if (left.name !== right.name) return left.name < right.name ? -1 : 1;
  if (left.value === right.value) return 0;
  return left.value < right.value ? -1 : 1;
}
