import { create } from 'xmlbuilder2';
import { TwimlError } from '../../errors.js';
import { parseTwiml } from '../document/parse.js';
import { positionOf } from '../document/places.js';
import { escapeAttribute, escapeComment, escapeText } from '../escape.js';
import { isElement, type TwimlChild, type TwimlNode } from '../node.js';
import { writeTwiml } from '../write.js';

/** A document: as text, as a node, or what holds one, such as a builder. */
type TwimlSource = string | TwimlNode | { readonly node: TwimlNode };

type XmlBuilder = ReturnType<typeof create>;

/** xmlbuilder2 writes by recursion, which ends at the call stack's; no document that Twilio runs is a tenth as deep. */
const DEEPEST = 500;

/** How to print a document. */
export interface FormatOptions {
  /** What a level is indented by: a number of spaces, or a text such as a tab. @default 2 */
  readonly indent?: number | string | undefined;
  /** Attributes that reach beyond this column stand on lines of their own. @default no limit */
  readonly width?: number | undefined;
  /** Whether `<?xml …?>` stands before the document. @default true */
  readonly declaration?: boolean | undefined;
}

/** How to make an object of a document. */
export interface ObjectOptions {
  /** Whether elements are lists even where there is one of a name, so that those who read them need not ask. @default false */
  readonly verbose?: boolean | undefined;
}

/**
 * Prints a document with a line for each element. White space between verbs is free and made anew; text is left as it is, together with
 * the marks in it, because Twilio speaks or sends it so. Processing instructions are left out. What is more than 500 levels deep is printed
 * as {@link writeTwiml} writes it.
 *
 * @throws TwimlError `TWIML_MALFORMED` when a text is not well-formed.
 *
 * @example
 * ```ts
 * formatTwiml('<Response><Say>Hello</Say><Hangup/></Response>', { indent: '\t' });
 * ```
 */
export function formatTwiml(source: TwimlSource, options: FormatOptions = {}): string {
  const root = nodeOf(source);
  const { indent = 2, width = 0, declaration = true } = options;
  if (findStrange(root) !== undefined) return writeTwiml(root, { declaration });
  const print = new Print(root);
  const printed = buildDocument(root, print).end({
    prettyPrint: true,
    indent: typeof indent === 'number' ? ' '.repeat(indent) : indent,
    width,
    headless: !declaration,
  });
  return print.restore(printed);
}

/**
 * Makes a plain object of a document, in xmlbuilder2's notation: an element is a property, `@name` an attribute, `#` text and `!` a
 * comment; elements of one name in a row are a list, and where others stand between them, `#` is a list of all. Elements that are named
 * like a property of every object, `constructor` for one, are left out: TwiML has none.
 *
 * @throws TwimlError `TWIML_MALFORMED` when a text is not well-formed, or the document more than 500 levels deep.
 *
 * @example
 * ```ts
 * twimlToObject('<Response><Say voice="man">Hello</Say></Response>'); // { Response: { Say: { '@voice': 'man', '#': 'Hello' } } }
 * ```
 */
export function twimlToObject(source: TwimlSource, options: ObjectOptions = {}): Record<string, unknown> {
  const root = nodeOf(source);
  const strange = findStrange(root);
  if (strange !== undefined) {
    const position = positionOf(strange)?.start ?? { line: 1, column: 1 };
    const message = `An object cannot be made of a document with more than ${DEEPEST} levels, or with two colons in a name`;
    throw new TwimlError('TWIML_MALFORMED', message, position);
  }
  const object = buildDocument(root, OBJECT).end({ format: 'object', verbose: options.verbose === true });
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

function nodeOf(source: TwimlSource): TwimlNode {
  if (typeof source === 'string') return parseTwiml(source);
  return 'node' in source ? source.node : source;
}

/** The first element that xmlbuilder2 cannot take: too deep, or with a name of more than two parts, which XML allows and namespaces do not. */
function findStrange(root: TwimlNode): TwimlNode | undefined {
  const open = [{ node: root, depth: 0 }];
  for (let top = open.pop(); top !== undefined; top = open.pop()) {
    const { node, depth } = top;
    if (depth > DEEPEST || ![node.tag, ...Object.keys(node.attributes)].every((name) => QUALIFIED.test(name))) return node;
    for (const child of node.children) if (isElement(child)) open.push({ node: child, depth: depth + 1 });
  }
  return undefined;
}

const QUALIFIED = /^[^:]+(?::[^:]+)?$/;

/** What is given to xmlbuilder2 for the parts of a document. */
interface Spelling {
  childrenOf(node: TwimlNode): readonly TwimlChild[];
  text(text: string): string;
  attribute(value: string): string;
}

function buildDocument(root: TwimlNode, spelling: Spelling): XmlBuilder {
  const document = create({ version: '1.0', encoding: 'UTF-8' });
  const open: { readonly children: readonly TwimlChild[]; readonly into: XmlBuilder }[] = [{ children: [root], into: document }];
  for (let top = open.pop(); top !== undefined; top = open.pop()) {
    const { children, into } = top;
    for (const child of children) {
      if (typeof child === 'string') into.txt(spelling.text(child));
      else if (!isElement(child)) into.com(` ${escapeComment(child.comment)} `);
      else {
        const element = into.ele(child.tag);
        for (const [name, value] of Object.entries(child.attributes)) element.att(name, spelling.attribute(value));
        open.push({ children: spelling.childrenOf(child), into: element });
      }
    }
  }
  return document;
}

/**
 * Keeps what xmlbuilder2 would spoil out of its hands: text with marks in it, which stays on its line, and line breaks, which are written as
 * references. A number between two characters that the document does not have stands in for each.
 */
class Print implements Spelling {
  readonly #mark: string;
  readonly #kept: string[] = [];

  constructor(root: TwimlNode) {
    const xml = writeTwiml(root);
    let mark = 0xe000;
    while (xml.includes(String.fromCharCode(mark))) mark += 1;
    this.#mark = String.fromCharCode(mark);
  }

  /** The elements and comments in an element, or the name of its text with marks. White space alone is nothing, but between spoken words. */
  childrenOf({ tag, children }: TwimlNode): readonly TwimlChild[] {
    const isSpoken = /^(?:Say$|[a-z])/.test(tag);
    const shown = children.filter((child) => typeof child !== 'string' || child.trim() !== '' || (isSpoken && !child.includes('\n')));
    const isMixed = shown.some((child) => typeof child === 'string') && shown.some((child) => typeof child !== 'string');
    if (!isMixed) return shown;
    const xml = writeTwiml({ tag, attributes: {}, children }, { declaration: false });
    return [this.#keep(xml.slice(tag.length + 2, -tag.length - 3))];
  }

  text(text: string): string {
    return this.#keepReferences(escapeText(text));
  }

  attribute(value: string): string {
    return this.#keepReferences(escapeAttribute(value));
  }

  /** Puts everything back in its place. */
  restore(printed: string): string {
    return printed.replace(new RegExp(`${this.#mark}(\\d+)${this.#mark}`, 'g'), (_, index: string) => this.#kept[Number(index)] ?? '');
  }

  #keep(xml: string): string {
    return `${this.#mark}${this.#kept.push(xml) - 1}${this.#mark}`;
  }

  #keepReferences(xml: string): string {
    return xml.replace(/&#x\w;/g, (reference) => this.#keep(reference));
  }
}

/** In objects texts are what they stand for; xmlbuilder2 writes them as in XML, unless they look as if they were. */
const OBJECT: Spelling = {
  childrenOf: ({ children }) =>
    children.filter((child) => typeof child === 'string' || !isElement(child) || !(child.tag in Object.prototype)),
  text: escapeReserved,
  attribute: escapeReserved,
};

function escapeReserved(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

function unescapeAll(value: unknown): unknown {
  if (typeof value === 'string') return value.replace(/&(amp|lt|gt|quot);/g, (_, name: string) => RESERVED[name] ?? '');
  if (Array.isArray(value)) return value.map(unescapeAll);
  return Object.fromEntries(Object.entries(value as object).map(([name, held]) => [name, unescapeAll(held)]));
}

const RESERVED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };
