import type { Element } from '../../element.js';
import type { Kind } from '../../kinds.js';

/** A text as a string of JavaScript, in the quotes that it does not hold, single ones if it can be. */
export function writeString(text: string): string {
  const json = JSON.stringify(text).replaceAll(INVISIBLE, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
  if (text.includes("'") && !text.includes('"')) return json;
  return `'${json.slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
}

/** What would be seen in another order than it is in, or not at all: code is read by people before it runs. */
const INVISIBLE = /[\u007F-\u009F\u061C\u200B\u200E\u200F\u2028-\u202E\u2060-\u2069\uFEFF]/g;

/** Attributes as they are written, for methods that check nothing. */
export function writeFreeAttributes(attributes: Readonly<Record<string, string>>): string | undefined {
  const entries = Object.entries(attributes).map(([name, value]) => `${writeKey(name)}: ${writeString(value)}`);
  return entries.length === 0 ? undefined : `{ ${entries.join(', ')} }`;
}

/** Attributes as an element's method takes them: numbers, booleans and lists as such. `null` where it would not compile. */
export function writeAttributes({ attributes: table }: Element, attributes: Readonly<Record<string, string>>): string | undefined | null {
  const entries: string[] = [];
  for (const [name, value] of Object.entries(attributes)) {
    const kind = Object.hasOwn(table, name) ? table[name] : undefined;
    const literal = kind && writeValue(kind, value);
    if (literal === undefined) return null;
    entries.push(`${writeKey(name)}: ${literal}`);
  }
  const missing = Object.entries(table).some(([name, kind]) => kind.required === true && !Object.hasOwn(attributes, name));
  if (missing) return null;
  return entries.length === 0 ? undefined : `{ ${entries.join(', ')} }`;
}

function writeKey(name: string): string {
  if (name === '__proto__') return "['__proto__']";
  return /^[A-Za-z_]\w*$/.test(name) ? name : writeString(name);
}

/** The literal that the builder writes as this text, if the type of the attribute takes one. */
function writeValue(kind: Kind<unknown>, value: string): string | undefined {
  switch (kind.type) {
    case 'boolean':
      return value === 'true' || value === 'false' ? value : undefined;
    case 'integer':
    case 'decimal':
      return writeNumber(value) ?? (isNumeric(value) || kind.words?.includes(value) === true ? writeString(value) : undefined);
    case 'list':
      return writeList(kind, value) ?? writeString(value);
    default:
      return writeString(value);
  }
}

function writeNumber(value: string): string | undefined {
  return isNumeric(value) && String(Number(value)) === value ? value : undefined;
}

/** Whether a text is what the compiler takes for a number as text. */
function isNumeric(value: string): boolean {
  return value !== '' && Number.isFinite(Number(value));
}

function writeList(kind: Kind<unknown>, value: string): string | undefined {
  if (kind.separator !== ' ' || (kind.open === true && kind.items === undefined)) return undefined;
  const items = value.split(' ').map((item) => (kind.items === undefined ? writeKnown(kind, item) : writeNumber(item)));
  if (items.includes(undefined)) return undefined;
  return items.length === 1 ? items[0] : `[${items.join(', ')}]`;
}

function writeKnown(kind: Kind<unknown>, item: string): string | undefined {
  return kind.values?.includes(item) === true ? writeString(item) : undefined;
}
