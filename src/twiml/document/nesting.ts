import { conduct } from '../conduct.js';
import { childrenOf } from './catalogue.js';
import type { LintElement } from './lint-element.js';
import type { Finding } from './rule.js';

/** Parents that have a rule of their own about what stands in them. */
const PARENTS_WITH_RULE = ['Gather', 'Prompt', 'Dial', 'Message', 'Start', 'Stop', 'Annotate'];

/** Verbs in which nothing stands. */
export const CHILDLESS: readonly string[] = Object.values(conduct).flatMap((table) =>
  Object.entries(table).flatMap(([tag, { holds }]) => (holds === 'nothing' ? [tag] : [])),
);

/** Whether another rule than the general one reports that an element is in the wrong place, as one does for the root. */
export function hasOwnRule(element: LintElement): boolean {
  const { parent } = element;
  return parent?.parent === undefined || PARENTS_WITH_RULE.includes(parent.name) || CHILDLESS.includes(parent.name);
}

/** Says what stands in an element instead of what was found there. */
export function describeChildren(element: LintElement): string {
  const { parent, tag } = element;
  const tags = parent?.declaration === undefined ? [] : [...childrenOf(parent.declaration).keys()];
  const takes = tags.length === 0 ? 'no elements' : tags.length > 12 ? 'other elements' : tags.map((name) => `<${name}>`).join(', ');
  return `<${parent?.name}> takes ${takes}; found <${tag}>. Twilio ignores it.`;
}

/** Reports an element in the wrong place, for the rule of its parent. */
export function reportMisplaced(element: LintElement, ...parents: readonly string[]): Finding | undefined {
  const { parent, placement } = element;
  if (placement !== 'misplaced' || parent?.parent === undefined || !parents.includes(parent.name)) return undefined;
  return { message: describeChildren(element) };
}
