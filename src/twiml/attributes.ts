import { describeValue } from './describe-value.js';
import { didYouMean } from './did-you-mean.js';
import type { AttributeTable, Kind } from './kinds.js';
import { checkName } from './names.js';
import type { TwimlNode } from './node.js';

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
    const kind = table === undefined ? checkFreeName(name) : findKind(table, name, node.tag);
    const text = typeof value === 'string' ? value : writeValue(value, kind?.separator ?? ' ');
    if (text === undefined) {
      throw new TypeError(`<${node.tag} ${name}> takes text, a number, a boolean or a list of those, got ${describeValue(value)}`);
    }
    setAttribute(node.attributes, name, text);
  }
  if (isEmpty) checkIsPlain(values, node.tag);
}

/** Sets an attribute of any name: a plain assignment of `__proto__` would change the object's prototype instead. */
export function setAttribute(attributes: Record<string, string>, name: string, text: string): void {
  if (name === '__proto__') {
    Object.defineProperty(attributes, name, { value: text, enumerable: true, writable: true, configurable: true });
  } else {
    attributes[name] = text;
  }
}

function findKind(table: AttributeTable, name: string, tag: string): Kind<unknown> | undefined {
  if (!Object.hasOwn(table, name)) throw new TypeError(`<${tag}> has no attribute "${name}"${didYouMean(name, Object.keys(table))}`);
  return table[name];
}

function checkFreeName(name: string): undefined {
  checkName(name, 'an attribute');
}

/** The value as text, or `undefined` when it is no attribute value. */
function writeValue(value: unknown, separator: string): string | undefined {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : undefined;
  if (typeof value === 'boolean') return value ? 'true' : 'false';
  if (!Array.isArray(value)) return undefined;
  const items = value.map((item) => (Array.isArray(item) ? undefined : writeValue(item, separator)));
  return items.includes(undefined) ? undefined : items.join(separator);
}

/** A promise, list, date or map has no properties of its own that could be attributes, and would be passed over in silence. */
function checkIsPlain(values: object, tag: string): void {
  if (Object.prototype.toString.call(values) !== '[object Object]') {
    throw new TypeError(`The attributes of <${tag}> are an object, got ${describeValue(values)}`);
  }
}
