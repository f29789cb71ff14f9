import type * as z from 'zod';
import { parseJson } from '../../request/json.js';

/** What a value was read from. Only objects and lists can be remembered; the rest is written as it was read anyway. */
const origins = /* @__PURE__ */ new WeakMap<object, { readonly text: string; readonly content: z.ZodType | undefined }>();

/** Reads JSON; what is no JSON object or list, or does not fit its schema, stays text. */
export function readJsonText(text: string, content: z.ZodType | undefined): unknown {
  const value = parseContent(text, content);
  if (typeof value !== 'object' || value === null) return text;
  origins.set(value, { text, content });
  return value;
}

/** Writes JSON: the very text that the value was read from, while it still is that value. */
export function writeJsonText(value: unknown): string {
  return typeof value === 'string' ? value : (originalText(value) ?? JSON.stringify(value));
}

/** The text that a value was read from, while it still is that value. */
export function originalText(value: unknown): string | undefined {
  const origin = typeof value === 'object' && value !== null ? origins.get(value) : undefined;
  if (origin === undefined) return undefined;
  return JSON.stringify(parseContent(origin.text, origin.content)) === JSON.stringify(value) ? origin.text : undefined;
}

/**
 * Writes an object or a list that a parser has read already. What is neither, or cannot be written, stays as it is; so does a list of texts,
 * which is a parameter that came several times.
 */
export function restoreJsonText(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value) && value.length > 0 && value.every((item) => typeof item === 'string')) return value;
  try {
    return JSON.stringify(value);
  } catch {
    return value;
  }
}

function parseContent(text: string, content: z.ZodType | undefined): unknown {
  try {
    const value = parseJson(text);
    return content === undefined ? value : content.parse(value);
  } catch {
    return undefined;
  }
}
