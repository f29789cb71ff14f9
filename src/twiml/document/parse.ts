import { SaxesParser } from 'saxes';
import { TwimlError } from '../../errors.js';
import { setAttribute } from '../attributes.js';
import { addText, type TwimlNode } from '../node.js';
import { type Fault, findFault } from './fault.js';
import { type ElementPlace, rememberPlaces, Source } from './places.js';

/** The longest text that is read, in UTF-16 units. Twilio stops at a sixteenth of it. */
export const LONGEST_DOCUMENT = 1_048_576;

/** Without a prototype: saxes would resolve `&constructor;` otherwise. */
const ENTITIES: Record<string, string> = Object.assign(Object.create(null), { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" });

/** What reading a text comes to. */
export type Reading = { readonly root: TwimlNode; readonly place: ElementPlace } | { readonly fault: Fault };

/**
 * Reads a TwiML document, as strictly as XML 1.0 wants it: nothing before the declaration, no document type, and no entities but the five
 * and numeric ones. Character data sections become text; comments inside the root are kept; processing instructions are left out.
 *
 * The tree is the one that builders make. {@link positionOf} tells where its elements stood.
 *
 * @param xml - Up to 1 MiB of text.
 * @throws TwimlError `TWIML_MALFORMED`, with line and column, when the text is not well-formed or too long.
 *
 * @example
 * ```ts
 * const response = parseTwiml('<Response><Say>Hello</Say></Response>');
 * voiceResponse().append(response).hangup();
 * ```
 */
export function parseTwiml(xml: string): TwimlNode {
  if (typeof xml !== 'string') throw new TypeError(`parseTwiml() takes text, got ${xml === null ? 'null' : typeof xml}`);
  const reading = readTwiml(xml);
  if ('root' in reading) {
    rememberPlaces(reading.root, reading.place);
    return reading.root;
  }
  const { message, start } = reading.fault;
  const position = new Source(xml).position(start);
  throw new TwimlError('TWIML_MALFORMED', `Line ${position.line}, column ${position.column}: ${message}`, position);
}

/** Reads a document, or finds out why it cannot be read. */
export function readTwiml(xml: string): Reading {
  if (xml.length > LONGEST_DOCUMENT)
    return { fault: { reason: 'too-long', message: `The text has ${xml.length} characters; 1 MiB is read at most.`, start: 0, end: 0 } };
  // saxes takes half of a surrogate pair together with whatever follows it.
  const surrogate = xml.search(/\p{Surrogate}/u);
  if (surrogate !== -1) return { fault: findFault('disallowed character.', xml, surrogate, surrogate + 1) };
  return new Reader(xml).read();
}

interface OpenElement {
  readonly node: TwimlNode;
  readonly place: ElementPlace;
}

/** Builds the tree from what saxes sees, with a list of open elements of its own. */
class Reader {
  readonly #source: Source;
  readonly #parser = new SaxesParser({ position: false, defaultXMLVersion: '1.0', forceXMLVersion: true });
  readonly #open: OpenElement[] = [];
  #root: OpenElement | undefined;
  /** The element that was closed last: the one that a closing tag of another name met. */
  #closed: OpenElement | undefined;
  /** The end of the last thing that was understood: a fault lies behind it. */
  #mark = 0;
  /** Whether that was a name or an attribute of an opening tag. */
  #isInTag = false;

  constructor(xml: string) {
    this.#source = new Source(xml);
    this.#parser.ENTITIES = ENTITIES;
    this.#listen();
  }

  read(): Reading {
    const parser = this.#parser;
    try {
      parser.write(this.#source.xml);
      this.#source.encoding = parser.xmlDecl.encoding;
      parser.close();
    } catch (error) {
      if (!(error instanceof Error) || error.name !== 'Error') throw error;
      return { fault: this.#findFault(error.message) };
    }
    const { node, place } = this.#root as OpenElement;
    return { root: node, place };
  }

  /**
   * There are seven listeners and no more: with an eighth, V8 turns the parser into a dictionary, and reading takes four times as long.
   * Without one for errors, saxes throws the first.
   */
  #listen(): void {
    const parser = this.#parser;
    parser.on('opentagstart', (tag) => this.#startElement(tag.name));
    parser.on('attribute', ({ name, value }) => this.#addAttribute(name, value));
    parser.on('closetag', (tag) => this.#endElement(tag.isSelfClosing));
    parser.on('text', (text) => this.#addText(text, parser.position - 1));
    parser.on('cdata', (text) => this.#addText(text, parser.position));
    parser.on('comment', (comment) => this.#addComment(comment));
    parser.on('doctype', () => parser.fail('doctype'));
  }

  #startElement(tag: string): void {
    const { position } = this.#parser;
    const start = this.#source.xml.lastIndexOf('<', position - tag.length - 2);
    const node: TwimlNode = { tag, attributes: {}, children: [] };
    this.#mark = start + 1 + tag.length;
    this.#isInTag = true;
    const place: ElementPlace = { source: this.#source, start, attributes: [], children: [], contentEnd: position, end: position };
    const element = { node, place };
    const parent = this.#open.at(-1);
    parent?.node.children.push(node);
    parent?.place.children.push(place);
    this.#root ??= element;
    this.#open.push(element);
  }

  #addAttribute(name: string, value: string): void {
    const top = this.#open.at(-1);
    if (top === undefined) return;
    const { xml } = this.#source;
    const end = this.#parser.position;
    let start = this.#mark;
    while (xml.charCodeAt(start) <= 32) start += 1;
    const quote = xml.charAt(end - 1);
    top.place.attributes.push({ name, start, valueStart: xml.indexOf(quote, start) + 1, valueEnd: end - 1 });
    setAttribute(top.node.attributes, name, value);
    this.#mark = end;
  }

  #endElement(closesItself: boolean): void {
    this.#closed = this.#open.pop();
    const place = this.#closed?.place;
    if (place === undefined) return;
    place.end = this.#parser.position;
    place.contentEnd = closesItself ? place.end : this.#source.xml.lastIndexOf('</', place.end - 1);
    this.#mark = place.end;
    this.#isInTag = false;
  }

  /** Text that a comment does not part is one, whatever parted it in the document. */
  #addText(text: string, end: number): void {
    this.#mark = end;
    this.#isInTag = false;
    const top = this.#open.at(-1);
    if (top !== undefined) addText(top.node, text);
  }

  #addComment(comment: string): void {
    this.#mark = this.#parser.position;
    this.#isInTag = false;
    this.#open.at(-1)?.node.children.push({ comment: comment.replace(/^ /, '').replace(/ $/, '') });
  }

  #findFault(reason: string): Fault {
    const open = reason === 'unexpected close tag.' ? this.#closed : this.#open.at(-1);
    const { xml } = this.#source;
    const tag = open && { tag: open.node.tag, start: open.place.start, isLast: this.#isInTag };
    return findFault(reason, xml, this.#mark, this.#parser.position, tag);
  }
}
