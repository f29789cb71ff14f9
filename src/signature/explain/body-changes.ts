import { decodeText, type FormPair, readPairs } from '../../request/forms.js';
import { decodeBase64 } from '../base64.js';
import type { SignedRequest } from '../request.js';
import { isRaw, readParsed } from '../signed-text.js';
import type { Change } from './change.js';
import { flattenBody } from './flatten-body.js';

/** Another reading of a body as a form. */
export interface FormReading extends Change {
  readonly pairs: readonly FormPair[];
}

/** Reads a body as the form that it is given as; nothing when it cannot be one. */
export function readGivenForm(body: SignedRequest['body']): readonly FormPair[] {
  const given = body ?? '';
  if (isRaw(given)) return readPairs(toText(given));
  return readParsed(given) ?? [];
}

/** Longer bodies are not read again: what Twilio sends as a form is a hundredth of it. */
export const LONGEST_FORM = 200_000;

/** The forms that a body of another Content-Type may be. */
export function* listForms(body: string | Uint8Array): Generator<readonly FormPair[]> {
  if (body.length > LONGEST_FORM) return;
  yield readPairs(toText(body));
  for (const { pairs } of changeRawBody(toText(body))) yield pairs;
}

/** The forms that a body may have been before something took it for another thing. */
export function* changeBody(body: SignedRequest['body']): Generator<FormReading> {
  const given = body ?? '';
  if (isRaw(given)) yield* changeRawBody(toText(given));
  else yield* changeParsedBody(given);
}

function* changeRawBody(text: string): Generator<FormReading> {
  const decoded = decodeBase64(text);
  if (decoded !== undefined) {
    const advice = "Decode it first: an AWS Lambda event says isBase64Encoded, and its body is Buffer.from(event.body, 'base64').";
    yield { pairs: readPairs(decodeText(decoded)), cause: 'body-changed', finding: 'the body is decoded from base64', advice };
  }
  const json = /^\s*["{]/.test(text) ? parseJson(text) : undefined;
  if (typeof json === 'string') yield { pairs: readPairs(json), cause: 'body-changed', finding: 'the body is not quoted as JSON' };
  else if (json !== undefined) {
    for (const { pairs } of changeParsedBody(json)) {
      yield { pairs, cause: 'body-parsed', finding: 'the body is a form, not the JSON that was made of a parsed one' };
    }
  }
  const trimmed = text.replace(/^[\uFEFF?]/, '').trimEnd();
  if (trimmed !== text) yield { pairs: readPairs(trimmed), cause: 'body-changed', finding: 'the body has no white space around it' };
}

function* changeParsedBody(body: object): Generator<FormReading> {
  const listed = readListed(body);
  if (listed !== undefined) {
    const finding = 'the body is the parameters of a form, not a list of them';
    yield { pairs: listed, cause: 'body-parsed', finding, advice: 'Pass the raw body, or new URLSearchParams(list).' };
    return;
  }
  for (const brackets of ['none', 'empty', 'numbered', 'dots'] as const) {
    const pairs = flattenBody(body, brackets);
    const finding = 'the parameters are those of the raw body, before a parser nested them or changed their types';
    if (pairs.length > 0) yield { pairs, cause: 'body-parsed', finding };
  }
}

/** The parameters of a list of pairs, as the entries of FormData or of a Map are. */
function readListed(body: object): readonly FormPair[] | undefined {
  if (!Array.isArray(body) || body.length === 0) return undefined;
  const items: readonly unknown[] = body;
  const isPair = (item: unknown): item is readonly [string, string] =>
    Array.isArray(item) && item.length === 2 && item.every((part) => typeof part === 'string');
  return items.every(isPair) ? items.map(([name, value]) => ({ name, value })) : undefined;
}

function parseJson(text: string): string | object | undefined {
  try {
    const json: unknown = JSON.parse(text);
    return typeof json === 'string' || (typeof json === 'object' && json !== null) ? json : undefined;
  } catch {
    return undefined;
  }
}

function toText(body: string | Uint8Array): string {
  return typeof body === 'string' ? body : decodeText(body);
}
