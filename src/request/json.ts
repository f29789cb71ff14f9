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
 * Reads JSON without members named `__proto__`: copied by assignment, as older versions of zod do, they would change the copy's prototype. A
 * byte order mark before it is passed over, as RFC 8259 allows: some decoders take it away and others do not.
 *
 * @throws SyntaxError when it is no JSON.
 */
export function parseJsonOfAnyDepth(text: string): unknown {
  const json = text.startsWith('\uFEFF') ? text.slice(1) : text;
  return MAY_NAME_PROTO.test(json) ? JSON.parse(json, (name, value) => (name === '__proto__' ? undefined : value)) : JSON.parse(json);
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
