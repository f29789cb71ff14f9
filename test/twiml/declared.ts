import type { Element } from '../../src/twiml/element.js';
import { faxResponseElement } from '../../src/twiml/fax/fax-response.js';
import { messagingResponseElement } from '../../src/twiml/messaging/messaging-response.js';
import { findSharedVerb } from '../../src/twiml/shared-verb.js';
import { voiceResponseElement } from '../../src/twiml/voice/voice-response.js';

/** The roots of all that is declared. */
export const roots = { voice: voiceResponseElement, messaging: messagingResponseElement, fax: faxResponseElement } as const;

export type Family = keyof typeof roots;

export const families = Object.keys(roots) as Family[];

/** An element where it may stand: the verbs that lead to it from the document, each in the one before. */
export interface Place {
  readonly family: Family;
  readonly verbs: readonly string[];
  readonly parents: readonly Element[];
  readonly element: Element;
}

/** Every pair of an element and one that may stand in it, each by a shortest way; the documents themselves are not among them. */
export function everyPlace(): Place[] {
  const places: Place[] = [];
  for (const family of families) {
    const entered = new Set<Element>();
    const open: Place[] = [{ family, verbs: [], parents: [], element: roots[family] }];
    for (const { verbs, parents, element } of open) {
      if (entered.has(element)) continue;
      entered.add(element);
      for (const [verb, child] of Object.entries(element.children)) {
        const place = { family, verbs: [...verbs, verb], parents: [...parents, element], element: child() };
        places.push(place);
        open.push(place);
      }
    }
  }
  return places;
}

/** One place for each element. */
export function everyElement(): Place[] {
  return [
    ...new Map(
      everyPlace()
        .toReversed()
        .map((place) => [place.element, place]),
    ).values(),
  ].toReversed();
}

/** Whether a document has some of the verbs inside an element, so that it cannot do without its content. */
export function isShared(element: Element): boolean {
  return Object.values(roots).some((root) => findSharedVerb(root, element) !== undefined);
}

/** A name that tells elements apart: the tag, after its parent's where two elements share it. */
export function nameOf({ family, element, parents }: Place): string {
  const isShared = everyElement().some(
    (other) => other.family === family && other.element !== element && other.element.tag === element.tag,
  );
  return isShared ? `${parents.at(-1)?.tag} ${element.tag}` : element.tag;
}
