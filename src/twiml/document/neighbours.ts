import { childrenOf, elementsOf, FAMILIES } from './catalogue.js';
import type { LintElement } from './lint-element.js';
import { strip } from './misspelling.js';

/** Elements near another one that take an attribute which that one does not. */
export interface Owners {
  readonly tags: readonly string[];
  /** The attribute in their spelling. */
  readonly attribute: string;
}

/** A verb stands beside all others: an attribute that more of them take than this says nothing about which was meant. */
const MOST_OWNERS = 2;

/** Finds what an attribute belongs to that an element does not take: its parent, the elements that may stand in it, or those beside it. */
export function findOwners(element: LintElement, name: string): Owners | undefined {
  const { declaration, parent } = element;
  if (declaration === undefined) return undefined;
  const around = parent?.declaration;
  const isVerb = parent?.parent === undefined;
  if (around !== undefined && !isVerb) {
    const known = ownNameOf(around.attributes, name);
    if (known !== undefined) return { tags: [around.tag], attribute: known };
  }
  const inside = collectOwners(childrenOf(declaration).values(), name);
  if (inside !== undefined) return inside;
  const beside = around && collectOwners(childrenOf(around).values(), name);
  return beside !== undefined && (!isVerb || (beside.tags.length <= MOST_OWNERS && !isCommon(name))) ? beside : undefined;
}

/** Attributes that many elements take, wherever they stand. */
function isCommon(name: string): boolean {
  return /^(?:name|url|method|action|timeout|track|statuscallback.*)$/.test(strip(name));
}

/** Whether any element takes an attribute of this name: it means something then, and is no misspelling. */
export function isKnownAnywhere(name: string): boolean {
  names ??= new Set(
    FAMILIES.flatMap((family) => [...elementsOf(family).values()]).flatMap(({ attributes }) => Object.keys(attributes).map(strip)),
  );
  return names.has(strip(name));
}

let names: ReadonlySet<string> | undefined;

/** The name of an attribute in a table, whatever case it is written in. */
export function ownNameOf(table: object, name: string): string | undefined {
  const bare = strip(name);
  return Object.keys(table).find((known) => strip(known) === bare);
}

function collectOwners(elements: Iterable<{ readonly tag: string; readonly attributes: object }>, name: string): Owners | undefined {
  const tags: string[] = [];
  let attribute: string | undefined;
  for (const { tag, attributes } of elements) {
    const known = ownNameOf(attributes, name);
    if (known === undefined) continue;
    attribute ??= known;
    tags.push(tag);
  }
  return attribute === undefined ? undefined : { tags, attribute };
}
