import { describeValue, isUrl } from './describe-value.js';
import { didYouMean } from './did-you-mean.js';
import type { AttributeTable } from './kinds.js';
import { checkName } from './names.js';
import type { TwimlNode } from './node.js';

/** Marks attributes of which the unknown ones are written. It is the same for all copies of this package in a program. */
export const KEEPS_UNKNOWN: unique symbol = /* @__PURE__ */ Symbol.for('ringback.lenient');

/**
 * Writes attributes into a node, as text and in the order given.
 *
 * @param table - What the element is known to take. Without it, names are checked only for their form.
 * @throws TypeError when a name is unknown or a value is none that an attribute can have.
 */
export function addAttributes(node: TwimlNode, values: object, table: AttributeTable | undefined): void {
  let isEmpty = true;
  for (const name in values) {
    if (!Object.hasOwn(values, name)) continue;
    isEmpty = false;
    const value: unknown = values[name as keyof typeof values];
    if (value === undefined || value === null) continue;
    if (table === undefined) checkName(name, 'an attribute');
    else if (!Object.hasOwn(table, name)) checkMayBeUnknown(values, name, table, node.tag);
    const text = typeof value === 'string' ? value : writeValue(value, table?.[name]?.separator ?? ' ');
    if (text === undefined) {
      throw new TypeError(`<${node.tag} ${name}> takes text, a number, a boolean or a list of those, got ${describeValue(value)}`);
    }
    setAttribute(node.attributes, name, text);
  }
  if (isEmpty) checkIsPlain(values, node.tag);
}

/** Sets an attribute of any name: a plain assignment of `__proto__` would change the object's prototype instead. */
export function setAttribute<Value>(attributes: Record<string, Value>, name: string, value: Value): void {
  if (name === '__proto__') {
    Object.defineProperty(attributes, name, { value, enumerable: true, writable: true, configurable: true });
  } else {
    attributes[name] = value;
  }
}

function checkMayBeUnknown(values: object, name: string, table: AttributeTable, tag: string): void {
  if (!(KEEPS_UNKNOWN in values)) throw new TypeError(`<${tag}> has no attribute "${name}"${didYouMean(name, Object.keys(table))}`);
  checkName(name, 'an attribute');
}

/** The value as text, or `undefined` when it is no attribute value. */
export function writeValue(value: unknown, separator: string): string | undefined {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : undefined;
  if (typeof value === 'boolean') return value ? 'true' : 'false';
  if (!Array.isArray(value)) return isUrl(value) ? String(value) : undefined;
  const items = value.map((item) => (Array.isArray(item) ? undefined : writeValue(item, separator)));
  return items.includes(undefined) ? undefined : items.join(separator);
}

/** A promise, list, date or map has no properties of its own that could be attributes, and would be passed over in silence. */
function checkIsPlain(values: object, tag: string): void {
  if (Object.prototype.toString.call(values) !== '[object Object]') {
    throw new TypeError(`The attributes of <${tag}> are an object, got ${describeValue(values)}`);
  }
}
