import type { Element } from '../element.js';
import { isElement, type TwimlNode } from '../node.js';
import { childrenOf, elementsOf, FAMILIES, type Family, findByCase, rootOf } from './catalogue.js';
import { LintElement } from './lint-element.js';
import { findMeant } from './misspelling.js';
import { type ElementPlace, placeOf } from './places.js';
import { SPEECH_MARKUP } from './speech-markup.js';

/** Elements below this level are not looked at: Twilio runs nothing that is a tenth as deep, and paths would grow with the depth. */
export const DEEPEST = 100;

/** A document, read for linting. */
export interface LintDocument {
  readonly root: LintElement;
  readonly family: Family;
  /** Every element that is looked at, in the order of the document. */
  readonly elements: readonly LintElement[];
  /** What runs, in this order: the children of the root that Twilio knows there. */
  readonly verbs: readonly LintElement[];
  /** The first element that is too deep to be looked at. */
  readonly tooDeep: LintElement | undefined;
}

/**
 * Looks up every element of a tree. What stands in an unknown element is left alone, as Twilio leaves it.
 *
 * @param place - Where the tree was just read; without it, each node may have a place of its own.
 */
export function readTree(node: TwimlNode, family: Family, place?: ElementPlace): LintDocument {
  const placement = node.tag === 'Response' ? 'right' : 'wrong-case';
  const root = new LintElement(node, place ?? placeOf(node), { declaration: rootOf(family), placement });
  const elements: LintElement[] = [];
  const misspelt: Misspelt = new Map();
  let tooDeep: LintElement | undefined;
  const open = [{ element: root, depth: 0 }];
  for (let top = open.pop(); top !== undefined; top = open.pop()) {
    const { element, depth } = top;
    element.order = elements.push(element);
    if (element.declaration === undefined) continue;
    readChildren(element, family, place !== undefined, misspelt);
    const { children } = element;
    if (depth === DEEPEST) tooDeep ??= children[0];
    else
      for (let index = children.length - 1; index >= 0; index -= 1)
        open.push({ element: children[index] as LintElement, depth: depth + 1 });
  }
  const verbs = root.children.filter((verb) => verb.placement === 'right' || verb.placement === 'wrong-case');
  return { root, family, elements, verbs, tooDeep };
}

function readChildren(parent: LintElement, family: Family, placed: boolean, misspelt: Misspelt): void {
  for (const child of parent.node.children) {
    if (!isElement(child)) continue;
    const place = placed ? parent.place?.children[parent.children.length] : placeOf(child);
    parent.children.push(new LintElement(child, place, findElement(child.tag, parent, family, misspelt), parent));
  }
}

function findElement(tag: string, parent: LintElement, family: Family, misspelt: Misspelt): Pick<LintElement, 'declaration' | 'placement'> {
  const siblings = childrenOf(parent.declaration as Element);
  // Its announcement tells that it names backups for each language, and no page that was read tells how.
  if (parent.name === 'Failover') return { declaration: undefined, placement: 'tolerated' };
  const right = siblings.get(tag);
  if (right !== undefined) return { declaration: right, placement: 'right' };
  if (SPEECH_MARKUP.has(tag) && isSpoken(parent)) return { declaration: undefined, placement: 'tolerated' };
  const meant = findByCase(siblings, tag);
  if (meant !== undefined) return { declaration: meant, placement: 'wrong-case' };
  const known = elementsOf(family).get(tag) ?? findByCase(elementsOf(family), tag);
  if (known !== undefined) return { declaration: known, placement: 'misplaced' };
  const declaration = findForeign(tag, family);
  // What is in a misspelt element is looked at as well, so that no fix brings up what could have been said before.
  if (declaration === undefined) return { declaration: findMisspelt(tag, parent.declaration as Element, misspelt), placement: 'unknown' };
  return { declaration, placement: parent.parent === undefined ? 'other-family' : 'misplaced' };
}

/** The elements that misspelt tags of one document stand for, by parent and tag. */
type Misspelt = Map<string, Element | undefined>;

/** A document may have any number of unknown tags; no more are compared with those that are known. */
const MOST_MISSPELT = 200;

function findMisspelt(tag: string, parent: Element, misspelt: Misspelt): Element | undefined {
  const key = `${parent.tag} ${tag}`;
  if (!misspelt.has(key) && misspelt.size < MOST_MISSPELT) {
    const siblings = childrenOf(parent);
    const meant = findMeant(tag, [...siblings.keys()]);
    misspelt.set(key, meant?.isMisspelling === true ? siblings.get(meant.name) : undefined);
  }
  return misspelt.get(key);
}

function findForeign(tag: string, family: Family): Element | undefined {
  for (const other of FAMILIES) {
    const found = other === family ? undefined : (elementsOf(other).get(tag) ?? findByCase(elementsOf(other), tag));
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Whether an element is spoken, so that marks of the speech engine may stand in it. */
function isSpoken({ declaration }: LintElement): boolean {
  return declaration?.children['break'] !== undefined;
}
