import type * as z from 'zod';

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

function parseContent(text: string, content: z.ZodType | undefined): unknown {
  try {
    const value = parseJson(text);
    return content === undefined ? value : content.parse(value);
  } catch {
    return undefined;
  }
}

/**
 * Reads JSON that a stranger may have written. What is nested deeper than anything that Twilio sends is refused, because whatever walks it,
 * even `JSON.stringify`, runs out of stack.
 *
 * @throws SyntaxError when it is no JSON, or nested too deep.
 */
export function parseJson(text: string): unknown {
  if (isNestedTooDeep(text)) throw new SyntaxError('This JSON is nested too deep');
  return parseJsonOfAnyDepth(text);
}

/**
 * Reads JSON without members named `__proto__`: copied by assignment, as older versions of zod do, they would change the copy's prototype.
 *
 * @throws SyntaxError when it is no JSON.
 */
export function parseJsonOfAnyDepth(text: string): unknown {
  return MAY_NAME_PROTO.test(text) ? JSON.parse(text, (name, value) => (name === '__proto__' ? undefined : value)) : JSON.parse(text);
}

/** The name itself, or an escape that one of its characters could hide in. */
const MAY_NAME_PROTO = /__proto__|\\u00[567]/;

const MAX_DEPTH = 200;
const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPENING = 0x7b;
const CLOSING = 0x7d;
/** The one bit that brackets lack and braces have. */
const BRACE_BIT = 0x20;

function isNestedTooDeep(text: string): boolean {
  if (text.length <= MAX_DEPTH) return false;
  let depth = 0;
  let quoted = false;
  for (let at = 0; at < text.length && depth <= MAX_DEPTH; at += 1) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) quoted = !quoted;
    else if (quoted) at += code === BACKSLASH ? 1 : 0;
    else if ((code | BRACE_BIT) === OPENING) depth += 1;
    else if ((code | BRACE_BIT) === CLOSING) depth -= 1;
  }
  return depth > MAX_DEPTH;
}
