import type { Element } from '../element.js';
import type { TwimlNode } from '../node.js';
import { type LintAttribute, readAttributes } from './attributes.js';
import type { ElementPlace } from './places.js';
import { isTemplate } from './values/template.js';

/**
 * How an element fits where it stands: `right`; `tolerated`, because Twilio may take it and no page says so; in the `wrong-case`; of
 * another family; known, but not here; or unknown.
 */
export type Placement = 'right' | 'tolerated' | 'wrong-case' | 'other-family' | 'misplaced' | 'unknown';

/** What is known of an element before its attributes and children are looked at. */
interface Found {
  /** The declaration; of an element in the wrong case, that of the one that was meant. */
  readonly declaration: Element | undefined;
  readonly placement: Placement;
}

/** An element of a document, with all that rules ask for. */
export class LintElement {
  readonly node: TwimlNode;
  /** Where it was read, if it was read rather than built. */
  readonly place: ElementPlace | undefined;
  readonly parent: LintElement | undefined;
  readonly declaration: Element | undefined;
  readonly placement: Placement;
  /** The tag as it is written. */
  readonly tag: string;
  /** The tag as it should be written. */
  readonly name: string;
  /** The elements in it, whether they are right there or not. */
  readonly children: LintElement[] = [];
  /** How many elements begin before it. */
  order = 0;
  #text: string | undefined;
  #attributes: readonly LintAttribute[] | undefined;

  constructor(node: TwimlNode, place: ElementPlace | undefined, found: Found, parent?: LintElement) {
    this.node = node;
    this.place = place;
    this.parent = parent;
    this.declaration = found.declaration;
    this.placement = found.placement;
    this.tag = node.tag;
    this.name = found.declaration?.tag ?? node.tag;
  }

  /** The text that stands directly in it, without white space at either end. */
  get text(): string {
    this.#text ??= readText(this.node);
    return this.#text;
  }

  /** Whether a template is yet to choose what stands in it: any of its children may be left out then, or come several times. */
  get isTemplated(): boolean {
    return isTemplate(this.text);
  }

  /** Its attributes, of which something can be said where the element is known. */
  get attributes(): readonly LintAttribute[] {
    this.#attributes ??= this.declaration === undefined ? [] : readAttributes(this.declaration, this.node.attributes);
    return this.#attributes;
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

function readText({ children }: TwimlNode): string {
  let text = '';
  for (const child of children) if (typeof child === 'string') text += child;
  return text.trim();
}
