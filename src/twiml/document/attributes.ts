import type { Element } from '../element.js';
import type { Kind } from '../kinds.js';

/** What an attribute was found to be. */
export interface FoundAttribute {
  /** The name as it should be written. */
  readonly name: string;
  readonly kind: Kind<unknown>;
  /** Whether it is written so, or in another way that Twilio's libraries print. */
  readonly right: boolean;
}

/** What is known of an attribute, under its own name, another one that Twilio's libraries print, or one in the wrong case. */
export function findKind(element: Element, attribute: string): FoundAttribute | undefined {
  const table = element.attributes;
  const own = Object.hasOwn(table, attribute) ? table[attribute] : undefined;
  if (own !== undefined) return { name: attribute, kind: own, right: true };
  const lower = attribute.toLowerCase();
  for (const [name, kind] of Object.entries(table)) {
    if (kind.aliases?.includes(attribute) === true) return { name, kind, right: true };
    if (name.toLowerCase() === lower) return { name, kind, right: false };
  }
  return undefined;
}
