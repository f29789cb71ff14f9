import type { Finding } from './rule.js';
import type { LintDocument, LintElement } from './tree.js';

/** The verbs of a document in the order in which they run. */
export function verbsOf({ root }: LintDocument): readonly LintElement[] {
  return root.children.filter(({ placement }) => placement === 'right' || placement === 'wrong-case');
}

/** Reports the first verb that follows one that ends the document. The others follow from it. */
export function findUnreachable(
  document: LintDocument,
  tag: string,
  ends: (verb: LintElement) => boolean,
  why: string,
): Finding | undefined {
  const verbs = verbsOf(document);
  const end = verbs.findIndex((verb) => verb.name === tag && ends(verb));
  const next = end === -1 ? undefined : verbs[end + 1];
  return next && { message: `<${next.name}> is never run: ${why}`, element: next };
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
