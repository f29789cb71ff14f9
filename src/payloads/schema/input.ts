import type { Format } from '../../request/content.js';
import { decodeText, type FormParameters, gatherPairs, readForm } from '../../request/forms.js';
import { parseJson } from '../../request/json.js';

/** What payload schemas take: the raw text of a form or of JSON, or parameters that were parsed already. */
export type PayloadInput = string | Uint8Array | URLSearchParams | FormData | FormParameters | object;

/** How a webhook is written: where nobody said, text that begins with a brace or a bracket is JSON. */
export type Wire = Format | 'unknown';

/** Brings the input of a schema into the one shape that zod's object reads. What is none of the shapes is left for zod to refuse. */
export function readInput(input: unknown, wire: Wire): unknown {
  if (typeof input === 'string') return readText(input, wire);
  // Parameters that were parsed before are the usual case, and every other question costs as much as reading a parameter.
  if (typeof input !== 'object' || input === null || Object.getPrototypeOf(input) === Object.prototype) return input;
  if (input instanceof Uint8Array || input instanceof ArrayBuffer) return readText(decodeText(input), wire);
  if (input instanceof URLSearchParams) return gatherPairs(listEntries(input));
  if (typeof FormData !== 'undefined' && input instanceof FormData) return gatherPairs(listEntries(input));
  return input;
}

/**
 * Gives known parameters their text where a parser has made something else of it: a list of one, as some make of all, or a number or a flag,
 * as those do that guess types and those that send a webhook on as JSON. The input stays as it is.
 */
export function restoreTexts(parameters: Readonly<Record<string, unknown>>, known: ReadonlySet<string>): Record<string, unknown> {
  let restored: Record<string, unknown> | undefined;
  for (const name of Object.keys(parameters)) {
    const value = parameters[name];
    if (typeof value === 'string' || !known.has(name)) continue;
    const text = typeof value === 'number' || typeof value === 'boolean' ? String(value) : onlyText(value);
    if (text === undefined) continue;
    restored ??= { ...parameters };
    restored[name] = text;
  }
  return restored ?? parameters;
}

/** The text in a list of one. */
export function onlyText(value: unknown): string | undefined {
  return Array.isArray(value) && value.length === 1 && typeof value[0] === 'string' ? value[0] : undefined;
}

/** Whether what was passed is no body but a promise of it, or the whole request. */
export function isMistaken(input: unknown): boolean {
  const { then, headers } = Object(input) as Readonly<Record<string, unknown>>;
  return typeof then === 'function' || Object(headers) === headers;
}

function readText(text: string, wire: Wire): unknown {
  if (wire === 'form' || (wire === 'unknown' && !/^\s*[[{]/.test(text))) return readForm(text);
  try {
    return parseJson(text);
  } catch {
    return text;
  }
}

/** The entries of a form; files, which Twilio never sends, count as their names. */
function* listEntries(entries: Iterable<[string, unknown]>): Generator<{ name: string; value: string }> {
  for (const [name, value] of entries)
    yield { name, value: typeof value === 'string' ? value : String((value as { name?: unknown }).name) };
}
