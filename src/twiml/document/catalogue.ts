import type { Element } from '../element.js';
import { faxResponseElement } from '../fax/fax-response.js';
import { messagingResponseElement } from '../messaging/messaging-response.js';
import { voiceResponseElement } from '../voice/voice-response.js';

/** What a document answers. */
export type Family = 'voice' | 'messaging' | 'fax';

/** All of them, the most general first. */
export const FAMILIES: readonly Family[] = ['voice', 'messaging', 'fax'];

const ROOTS: Readonly<Record<Family, Element>> = {
  voice: voiceResponseElement,
  messaging: messagingResponseElement,
  fax: faxResponseElement,
};

type Elements = ReadonlyMap<string, Element>;

const children = /* @__PURE__ */ new WeakMap<Element, Elements>();
const lowered = /* @__PURE__ */ new WeakMap<Elements, Elements>();
const families = /* @__PURE__ */ new Map<Family, Elements>();

/** The declaration of `<Response>` in a family. */
export function rootOf(family: Family): Element {
  return ROOTS[family];
}

/** What may stand in an element, by tag. */
export function childrenOf(element: Element): Elements {
  let found = children.get(element);
  if (found === undefined) {
    found = new Map(Object.values(element.children).map((child) => [child().tag, child()]));
    children.set(element, found);
  }
  return found;
}

/** Every element of a family, by tag. Where two share a tag, as `<Sip>` does, it is the one nearer to the root that is listed first. */
export function elementsOf(family: Family): Elements {
  let found = families.get(family);
  if (found === undefined) {
    const all = new Map<string, Element>();
    const waiting = [ROOTS[family]];
    for (let element = waiting.shift(); element !== undefined; element = waiting.shift()) {
      if (all.has(element.tag)) continue;
      all.set(element.tag, element);
      waiting.push(...childrenOf(element).values());
    }
    families.set(family, all);
    found = all;
  }
  return found;
}

/** The element that is meant by a tag of the wrong case. */
export function findByCase(elements: Elements, tag: string): Element | undefined {
  let lower = lowered.get(elements);
  if (lower === undefined) {
    lower = new Map([...elements].map(([name, element]) => [name.toLowerCase(), element]));
    lowered.set(elements, lower);
  }
  return lower.get(tag.toLowerCase());
}
