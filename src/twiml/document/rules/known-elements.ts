import { nearestName } from '../../did-you-mean.js';
import { childrenOf, elementsOf } from '../catalogue.js';
import type { LintElement } from '../lint-element.js';
import { describeChildren, hasOwnRule } from '../nesting.js';
import type { Finding, Rule } from '../rule.js';

export const knownElements: Rule<'known-elements'> = {
  id: 'known-elements',
  severity: 'warning',
  codes: [12200],
  text: 'An element holds the elements that Twilio knows there. It ignores others with all that is in them, with a warning.',
  trips: '<Response><Speak>Hello</Speak></Response>',
  passes: '<Response><Say>Hello</Say></Response>',
  misplaced(element, { family }) {
    if (element.placement === 'unknown') return describeUnknown(element, [...elementsOf(family).keys()]);
    if (element.placement !== 'misplaced' || hasOwnRule(element)) return undefined;
    return { message: describeChildren(element) };
  },
};

function describeUnknown(element: LintElement, known: readonly string[]): Finding {
  const { parent, tag } = element;
  const siblings = parent?.declaration === undefined ? [] : [...childrenOf(parent.declaration).keys()];
  const meant = nearestName(tag, siblings);
  const elsewhere = meant === undefined ? nearestName(tag, known) : undefined;
  const hint = meant ?? elsewhere;
  const message = `Twilio knows no <${tag.slice(0, 64)}>${hint === undefined ? '' : `; did you mean <${hint}>?`}`;
  const ending = hint === undefined ? ', and ignores it with all that is in it.' : ' It ignores the element with all that is in it.';
  return { message: message + ending, repair: meant === undefined ? undefined : { tag: meant } };
}
