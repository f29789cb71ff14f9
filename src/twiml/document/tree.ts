import type { Element } from '../element.js';
import { isElement, type TwimlNode } from '../node.js';
import { childrenOf, elementsOf, FAMILIES, type Family, findByCase, rootOf } from './catalogue.js';
import { SPEECH_MARKUP } from './speech-markup.js';

/**
 * How an element fits where it stands: `right`; `tolerated`, because Twilio may take it and no page says so; in the `wrong-case`; of
 * another family; known, but not here; or unknown.
 */
export type Placement = 'right' | 'tolerated' | 'wrong-case' | 'other-family' | 'misplaced' | 'unknown';

/** Elements below this level are not looked at: Twilio runs nothing that is a tenth as deep, and paths would grow with the depth. */
export const DEEPEST = 100;

/** An element of a document, with all that rules ask for. */
export class LintElement {
  readonly node: TwimlNode;
  /** The tag as it is written. */
  readonly tag: string;
  /** What is known of it; of an element in the wrong case, what is known of the one that was meant. */
  readonly declaration: Element | undefined;
  readonly placement: Placement;
  readonly parent: LintElement | undefined;
  readonly children: LintElement[] = [];
  /** How many elements begin before it. */
  order = 0;
  #text: string | undefined;

  constructor(node: TwimlNode, declaration: Element | undefined, placement: Placement, parent?: LintElement) {
    this.node = node;
    this.tag = node.tag;
    this.declaration = declaration;
    this.placement = placement;
    this.parent = parent;
  }

  /** The tag as it should be written. */
  get name(): string {
    return this.declaration?.tag ?? this.tag;
  }

  /** The text that stands directly in it, without white space at either end. */
  get text(): string {
    this.#text ??= this.node.children
      .filter((child) => typeof child === 'string')
      .join('')
      .trim();
    return this.#text;
  }

  /** The value of an attribute. */
  attribute(name: string): string | undefined {
    return Object.hasOwn(this.node.attributes, name) ? this.node.attributes[name] : undefined;
  }

  /** The children of some tags. */
  childrenOf(...tags: readonly string[]): LintElement[] {
    return this.children.filter((child) => tags.includes(child.name));
  }
}

/** A document, read for linting. */
export interface LintDocument {
  readonly root: LintElement;
  readonly family: Family;
  /** Every element that is looked at, in the order of the document. */
  readonly elements: readonly LintElement[];
  /** The first element that is too deep to be looked at. */
  readonly tooDeep: LintElement | undefined;
}

/** Looks up every element of a tree. What stands in an unknown element is left alone, as Twilio leaves it. */
export function readTree(node: TwimlNode, family: Family): LintDocument {
  const root = new LintElement(node, rootOf(family), node.tag === 'Response' ? 'right' : 'wrong-case');
  const elements: LintElement[] = [];
  let tooDeep: LintElement | undefined;
  const open = [{ element: root, depth: 0 }];
  for (let top = open.pop(); top !== undefined; top = open.pop()) {
    const { element, depth } = top;
    element.order = elements.push(element);
    if (element.declaration === undefined) continue;
    for (const child of element.node.children) if (isElement(child)) element.children.push(readElement(child, element, family));
    if (depth < DEEPEST) for (const child of element.children.toReversed()) open.push({ element: child, depth: depth + 1 });
    else tooDeep ??= element.children[0];
  }
  return { root, family, elements, tooDeep };
}

function readElement(node: TwimlNode, parent: LintElement, family: Family): LintElement {
  const { tag } = node;
  const siblings = childrenOf(parent.declaration as Element);
  const right = siblings.get(tag);
  if (right !== undefined) return new LintElement(node, right, 'right', parent);
  if (isTolerated(tag, parent)) return new LintElement(node, undefined, 'tolerated', parent);
  const meant = findByCase(siblings, tag);
  if (meant !== undefined) return new LintElement(node, meant, 'wrong-case', parent);
  const known = elementsOf(family).get(tag) ?? findByCase(elementsOf(family), tag);
  if (known !== undefined) return new LintElement(node, known, 'misplaced', parent);
  const foreign = findForeign(tag, family);
  if (foreign === undefined) return new LintElement(node, undefined, 'unknown', parent);
  return new LintElement(node, foreign, parent.parent === undefined ? 'other-family' : 'misplaced', parent);
}

function findForeign(tag: string, family: Family): Element | undefined {
  for (const other of FAMILIES) {
    const found = other === family ? undefined : (elementsOf(other).get(tag) ?? findByCase(elementsOf(other), tag));
    if (found !== undefined) return found;
  }
  return undefined;
}

/** What no page of Twilio's confirms must not become an alarm. */
function isTolerated(tag: string, parent: LintElement): boolean {
  return SPEECH_MARKUP.has(tag) && isSpeech(parent);
}

/** Whether an element is spoken, so that marks of the speech engine may stand in it. */
function isSpeech(element: LintElement): boolean {
  return element.name === 'Say' || element.declaration?.children['break'] !== undefined;
}

/** Finds out what a document answers from its verbs: those that one family alone has, and the first of them when they are mixed. */
export function familyOf(node: TwimlNode): Family {
  const counts = { voice: 0, messaging: 0, fax: 0 };
  let first: Family | undefined;
  for (const child of node.children) {
    const owners = isElement(child) ? FAMILIES.filter((family) => findByCase(childrenOf(rootOf(family)), child.tag) !== undefined) : [];
    const [owner] = owners;
    if (owner === undefined || owners.length > 1) continue;
    counts[owner] += 1;
    first ??= owner;
  }
  const most = Math.max(counts.voice, counts.messaging, counts.fax);
  if (first === undefined || counts[first] === most) return first ?? 'voice';
  return FAMILIES.find((family) => counts[family] === most) ?? 'voice';
}
