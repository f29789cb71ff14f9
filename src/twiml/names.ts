import { describeValue } from './describe-value.js';

// By the grammar of XML 1.0, fifth edition: what may start a name, and with what it may go on.
const START =
  ':A-Z_a-z\\u00C0-\\u00D6\\u00D8-\\u00F6\\u00F8-\\u02FF\\u0370-\\u037D\\u037F-\\u1FFF\\u200C-\\u200D\\u2070-\\u218F\\u2C00-\\u2FEF\\u3001-\\uD7FF\\uF900-\\uFDCF\\uFDF0-\\uFFFD\\u{10000}-\\u{EFFFF}';
const NAME = /* @__PURE__ */ new RegExp(`^[${START}][${START}\\-.0-9\\u00B7\\u0300-\\u036F\\u203F-\\u2040]*$`, 'u');

/** A tag in the two forms in which it is written: `<Say` and `</Say>`. */
export interface WrittenTag {
  readonly opening: string;
  readonly closing: string;
}

// A program uses few names, and each is needed for every element: those that were found good are kept in the form that is written. The
// limits are for names that somebody makes up.
const tags = /* @__PURE__ */ new Map<string, WrittenTag>();
const attributes = /* @__PURE__ */ new Map<string, string>();
const MOST_KEPT = 1000;
const LONGEST_KEPT = 64;

/** @throws TypeError when the tag is no XML name. */
export function writeTag(tag: string): WrittenTag {
  let written = tags.get(tag);
  if (written === undefined) {
    checkName(tag, 'an element');
    written = { opening: `<${tag}`, closing: `</${tag}>` };
    keep(tags, tag, written);
  }
  return written;
}

/**
 * The name of an attribute up to its value: ` voice="`.
 *
 * @throws TypeError when it is no XML name.
 */
export function writeAttributeName(name: string): string {
  let written = attributes.get(name);
  if (written === undefined) {
    checkName(name, 'an attribute');
    written = ` ${name}="`;
    keep(attributes, name, written);
  }
  return written;
}

/**
 * Refuses a name that could break out of its place in a document.
 *
 * @throws TypeError when it is no XML name.
 */
export function checkName(name: string, of: 'an element' | 'an attribute'): void {
  if (isName(name)) return;
  const shown = typeof name === 'string' ? JSON.stringify(name.slice(0, LONGEST_KEPT)) : describeValue(name);
  throw new TypeError(`The name of ${of} is an XML name, got ${shown}`);
}

/** Whether something is an XML name. */
export function isName(name: unknown): boolean {
  return typeof name === 'string' && NAME.test(name);
}

function keep<Value>(kept: Map<string, Value>, name: string, value: Value): void {
  if (kept.size < MOST_KEPT && name.length <= LONGEST_KEPT) kept.set(name, value);
}
