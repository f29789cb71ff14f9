import { isElement, type TwimlNode } from '../node.js';

/** A place in the text of a document. */
export interface Position {
  /** From 1. */
  readonly line: number;
  /** In UTF-16 units, from 1. */
  readonly column: number;
  /** In UTF-16 units from the beginning of the text, from 0. */
  readonly offset: number;
}

/** A stretch of the text of a document. */
export interface Range {
  /** The first character. */
  readonly start: Position;
  /** The place after the last character. */
  readonly end: Position;
}

/** Where an attribute stands, in offsets. */
export interface AttributePlace {
  readonly name: string;
  readonly start: number;
  /** Between the quotes. */
  readonly valueStart: number;
  readonly valueEnd: number;
}

/** Where an element stands, in offsets. Lines and columns are counted when somebody asks: most documents have nothing to report. */
export interface ElementPlace {
  readonly source: Source;
  readonly start: number;
  readonly attributes: AttributePlace[];
  /** The places of the elements in it, in order. */
  readonly children: ElementPlace[];
  /** Before the `</` of the closing tag; the same as `end` where the tag closes itself. */
  contentEnd: number;
  end: number;
}

/** The text that a tree was read from. */
export class Source {
  readonly xml: string;
  /** What the declaration says that the text is written in. */
  encoding: string | undefined;
  #lines: number[] | undefined;

  constructor(xml: string) {
    this.xml = xml;
  }

  /** Lines and columns of a stretch. */
  range(start: number, end: number): Range {
    return { start: this.position(start), end: this.position(end) };
  }

  /** Line and column of an offset, found by halving: a document may have as many faults as lines. */
  position(offset: number): Position {
    this.#lines ??= findLines(this.xml);
    let low = 0;
    let high = this.#lines.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#lines[middle] as number) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (this.#lines[low] as number) + 1, offset };
  }
}

function giveBack(given: object): object {
  return given;
}

/** As the parent of a class it makes the object that it is given, which then gets the private fields of the class. */
const Given = giveBack as unknown as new (given: object) => object;

/**
 * A node with its place, in a private field that nothing shows: the tree stays plain data. In a WeakMap engines would look through the nodes of
 * all documents whenever they collect what is young, which takes as long as reading them.
 */
class PlacedNode extends Given {
  readonly #place: ElementPlace;

  constructor(node: TwimlNode, place: ElementPlace) {
    super(node);
    this.#place = place;
  }

  static placeOf(node: TwimlNode): ElementPlace | undefined {
    // What is no object has none. Whoever has made a tree by hand may hand in anything.
    return typeof node === 'object' && node !== null && #place in node ? node.#place : undefined;
  }
}

/** Remembers where all elements of a tree were read. */
export function rememberPlaces(root: TwimlNode, place: ElementPlace): void {
  const open = [{ node: root, place }];
  for (let top = open.pop(); top !== undefined; top = open.pop()) {
    new PlacedNode(top.node, top.place);
    const elements = top.node.children.filter(isElement);
    for (const [index, node] of elements.entries()) open.push({ node, place: top.place.children[index] as ElementPlace });
  }
}

/** Where an element was read, in offsets. */
export function placeOf(node: TwimlNode): ElementPlace | undefined {
  return PlacedNode.placeOf(node);
}

/**
 * Tells where an element, or one of its attributes with its value, stands in the text that it was parsed from.
 *
 * @param attribute - The XML name of an attribute.
 * @returns `undefined` for nodes that were built rather than parsed, and for attributes that were not in the text.
 */
export function positionOf(node: TwimlNode, attribute?: string): Range | undefined {
  const place = placeOf(node);
  if (place === undefined) return undefined;
  if (attribute === undefined) return place.source.range(place.start, place.end);
  const found = place.attributes.find(({ name }) => name === attribute);
  return found && place.source.range(found.start, found.valueEnd + 1);
}

/** Where the content of an element begins: after the `>` of its opening tag, which no name and, behind the last attribute, no value can hold. */
export function contentStart({ source, start, attributes }: ElementPlace): number {
  return source.xml.indexOf('>', attributes.at(-1)?.valueEnd ?? start) + 1;
}

function findLines(xml: string): number[] {
  const lines = [0];
  for (const { index, 0: end } of xml.matchAll(/\r\n|\r|\n/g)) lines.push(index + end.length);
  return lines;
}
