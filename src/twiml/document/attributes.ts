import type { Element } from '../element.js';
import type { Kind } from '../kinds.js';

/** Elements of which nobody lists what they carry: Twilio's errors or its changelog alone mention them. */
export const UNDOCUMENTED: ReadonlySet<string> = /* @__PURE__ */ new Set(['Annotate', 'BillingReferenceTag', 'Failover']);

/** An attribute of a document, with what is known of it. */
export interface LintAttribute {
  /** The name as it is written. */
  readonly name: string;
  readonly value: string;
  /** The name as it should be written: in another case, perhaps, or without what a library of Twilio's has made of it. */
  readonly known: string;
  /** What it takes; `undefined` for an attribute that is not known. */
  readonly kind: Kind<unknown> | undefined;
  /** Whether Twilio knows the name as it is written. */
  readonly right: boolean;
}

/** Looks up the attributes of an element. */
export function readAttributes(element: Element, attributes: Readonly<Record<string, string>>): readonly LintAttribute[] {
  return Object.keys(attributes).map((name) => readAttribute(element, name, attributes[name] as string));
}

function readAttribute(element: Element, name: string, value: string): LintAttribute {
  const table = element.attributes;
  if (Object.hasOwn(table, name)) return { name, value, known: name, kind: table[name], right: true };
  const lower = name.toLowerCase();
  for (const [known, kind] of Object.entries(table)) {
    if (kind.aliases?.includes(name) === true) return { name, value, known, kind, right: true };
    if (known.toLowerCase() === lower) return { name, value, known, kind, right: false };
  }
  return { name, value, known: name, kind: undefined, right: false };
}
