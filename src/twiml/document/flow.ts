import type { LintElement } from './lint-element.js';
import type { Finding } from './rule.js';
import type { LintDocument } from './tree.js';

/** Reports the verb behind one that ends the document. Those behind it follow from it. */
export function findUnreachable(verb: LintElement, { verbs, root }: LintDocument, why: string): Finding | undefined {
  // The sections of a template may leave either verb out.
  if (verb.parent !== root || root.isTemplated) return undefined;
  const next = verbs[verbs.indexOf(verb) + 1];
  return next === undefined || next === verbs[0] ? undefined : { message: `<${next.name}> is never run: ${why}`, element: next };
}

/** Whether an attribute is there and says something. */
export function hasValue(element: LintElement, attribute: string): boolean {
  const value = element.attribute(attribute)?.trim();
  return value !== undefined && value !== '';
}

/** Whether an attribute is `true`. */
export function isTrue(element: LintElement, attribute: string): boolean {
  return element.attribute(attribute)?.trim().toLowerCase() === 'true';
}
