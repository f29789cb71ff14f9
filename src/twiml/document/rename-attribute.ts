import type { LintElement } from './lint-element.js';
import type { Repair } from './rule.js';
import { checkValue } from './values/check-value.js';

/**
 * The change that gives an attribute the name that was meant. There is none where an attribute of that name is there already, which would
 * break the document, nor where its value does not fit the other name, which may then not be what was meant.
 */
export function renameAttribute({ node, declaration }: LintElement, from: string, to: string): Repair | undefined {
  const kind = declaration?.attributes[to];
  if (kind === undefined || Object.hasOwn(node.attributes, to)) return undefined;
  return checkValue(kind, node.attributes[from] ?? '', to) === undefined ? { attribute: to } : undefined;
}
