import { create } from 'xmlbuilder2';
import { TwimlError } from '../../errors.js';
import { positionOf } from '../document/places.js';
import { escapeComment } from '../escape.js';
import { isElement, type TwimlChild, type TwimlNode } from '../node.js';
import { DEEPEST, nodeOf, type TwimlSource } from './source.js';

type XmlBuilder = ReturnType<typeof create>;

/** How to make an object of a document. */
export interface ObjectOptions {
  /** Whether elements are lists even where there is one of a name, so that those who read them need not ask. @default false */
  readonly verbose?: boolean | undefined;
}

/** xmlbuilder2 looks through all attributes of an element for each of them, so that their number has to have an end. */
const MOST_ATTRIBUTES = 500;

/** A name of at most two parts: XML allows more, and namespaces, which xmlbuilder2 goes by, do not. */
const QUALIFIED = /^[^:]+(?::[^:]+)?$/;

/**
 * Makes a plain object of a document, in xmlbuilder2's notation: an element is a property, `@name` an attribute, `#` text and `!` a
 * comment; elements of one name in a row are a list, and where others stand between them, `#` is a list of all. Elements that are named
 * like a property of every object, `constructor` for one, are left out: TwiML has none.
 *
 * @throws TwimlError `TWIML_MALFORMED` when a text is not well-formed, the document more than 500 levels deep, or an element has more than
 * 500 attributes.
 *
 * @example
 * ```ts
 * twimlToObject('<Response><Say voice="man">Hello</Say></Response>'); // { Response: { Say: { '@voice': 'man', '#': 'Hello' } } }
 * ```
 */
export function twimlToObject(source: TwimlSource, options: ObjectOptions = {}): Record<string, unknown> {
  const root = nodeOf(source);
  checkFits(root);
  const object = buildDocument(root).end({ format: 'object', verbose: options.verbose === true });
  return unescapeAll(object) as Record<string, unknown>;
}

/**
 * Makes JSON of a document, of the same form as {@link twimlToObject}.
 *
 * @param options - `indent` is a number of spaces or a text, as of `JSON.stringify`. @default on one line
 */
export function twimlToJson(source: TwimlSource, options: ObjectOptions & { readonly indent?: number | string | undefined } = {}): string {
  return JSON.stringify(twimlToObject(source, options), undefined, options.indent);
}

/** @throws TwimlError at the first element that xmlbuilder2 cannot take. */
function checkFits(root: TwimlNode): void {
  const open = [{ node: root, depth: 0 }];
  for (let top = open.pop(); top !== undefined; top = open.pop()) {
    const { node, depth } = top;
    const names = Object.keys(node.attributes);
    if (depth > DEEPEST || names.length > MOST_ATTRIBUTES || ![node.tag, ...names].every((name) => QUALIFIED.test(name))) {
      const limits = `more than ${DEEPEST} levels, more than ${MOST_ATTRIBUTES} attributes of an element, or two colons in a name`;
      throw new TwimlError(
        'TWIML_MALFORMED',
        `An object cannot be made of a document with ${limits}`,
        positionOf(node)?.start ?? { line: 1, column: 1 },
      );
    }
    for (const child of node.children) if (isElement(child)) open.push({ node: child, depth: depth + 1 });
  }
}

function buildDocument(root: TwimlNode): XmlBuilder {
  const document = create({ version: '1.0', encoding: 'UTF-8' });
  const open: { readonly children: readonly TwimlChild[]; readonly into: XmlBuilder }[] = [{ children: [root], into: document }];
  for (let top = open.pop(); top !== undefined; top = open.pop()) {
    const { children, into } = top;
    for (const child of children) {
      if (typeof child === 'string') into.txt(escapeReserved(child));
      else if (!isElement(child)) into.com(` ${escapeComment(child.comment)} `);
      else if (into === document || !(child.tag in Object.prototype)) {
        const element = into.ele(child.tag);
        for (const [name, value] of Object.entries(child.attributes)) element.att(name, escapeReserved(value));
        open.push({ children: child.children, into: element });
      }
    }
  }
  return document;
}

/** In objects texts are what they stand for; xmlbuilder2 writes them as in XML, unless they look as if they were. */
function escapeReserved(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

function unescapeAll(value: unknown): unknown {
  if (typeof value === 'string') return value.replace(/&(amp|lt|gt|quot);/g, (_, name: string) => RESERVED[name] ?? '');
  if (Array.isArray(value)) return value.map(unescapeAll);
  return Object.fromEntries(Object.entries(value as object).map(([name, held]) => [name, unescapeAll(held)]));
}

const RESERVED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };
