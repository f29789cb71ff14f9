import type { Element } from './element.js';

/**
 * Finds a verb that an element has inside and the place around it has as well, such as `say` of `<Gather>` and of `<Response>`. Such an
 * element needs its content in the call: a verb that is chained after the call, as twilio-node's users are used to, would be taken for one
 * of the place, and build another document without a word.
 */
export function findSharedVerb(place: Element, element: Element): string | undefined {
  return Object.keys(element.children).findLast((verb) => Object.hasOwn(place.children, verb));
}
