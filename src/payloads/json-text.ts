import type * as z from 'zod';

/** What a value was read from. Only objects and lists can be remembered; the rest is written as it was read anyway. */
const origins = /* @__PURE__ */ new WeakMap<object, { readonly text: string; readonly content: z.ZodType | undefined }>();

/** Reads JSON; what is no JSON object or list, or does not fit its schema, stays text. */
export function readJsonText(text: string, content: z.ZodType | undefined): unknown {
  const value = parseJson(text, content);
  if (typeof value !== 'object' || value === null) return text;
  origins.set(value, { text, content });
  return value;
}

/** Writes JSON: the very text that the value was read from, while it still is that value. */
export function writeJsonText(value: unknown): string {
  if (typeof value === 'string') return value;
  const canonical = JSON.stringify(value);
  const origin = typeof value === 'object' && value !== null ? origins.get(value) : undefined;
  if (origin === undefined) return canonical;
  return JSON.stringify(parseJson(origin.text, origin.content)) === canonical ? origin.text : canonical;
}

function parseJson(text: string, content: z.ZodType | undefined): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return content === undefined ? value : content.parse(value);
  } catch {
    return undefined;
  }
}
