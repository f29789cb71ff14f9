import type { Element } from '../../src/twiml/element.js';
import { isShared, type Place } from '../twiml/declared.js';

/** A statement that calls the verb of a place in a document of its family, with these arguments. */
export function callOf({ family, verbs, parents }: Place, given: string): string {
  const [last, ...outer] = verbs.toReversed();
  const inner = outer.reduce((call, verb, depth) => {
    const needed = neededBy(parents.at(-1 - depth) as Element);
    return `${verb}(${needed.length > 0 ? `{ ${needed.join(', ')} }, ` : ''}(v) => { v.${call}; })`;
  }, `${last}(${given})`);
  return `${family}Response().${inner};`;
}

/** The attributes that the element means nothing without, each with a value, but for one that the caller writes. */
export function neededBy({ attributes }: Element, written?: string): string[] {
  return Object.entries(attributes)
    .filter(([name, { required }]) => required && name !== written)
    .map(([name, { values }]) => `'${name}': '${values?.[0] ?? 'x'}'`);
}

/** What may follow the attributes of an element in its verb's arguments. */
export function contentsOf(element: Element): string[] {
  const { text, children } = element;
  return [
    ...(text === 'required' || isShared(element) ? [] : ['']),
    ...(text === undefined ? [] : [", 'text'"]),
    ...(Object.keys(children).length > 0 ? [', (inner) => inner'] : []),
  ];
}
