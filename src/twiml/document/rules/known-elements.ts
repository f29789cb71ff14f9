import { childrenOf, elementsOf } from '../catalogue.js';
import type { LintElement } from '../lint-element.js';
import { findMeant } from '../misspelling.js';
import { describeChildren, hasOwnRule } from '../nesting.js';
import type { Finding, Rule } from '../rule.js';
import type { LintSituation } from '../situation.js';
import { TABLES_DATE } from '../tables-date.js';

export const knownElements: Rule<'known-elements'> = {
  id: 'known-elements',
  severity: 'warning',
  codes: [12200],
  text: 'An element holds the elements that Twilio knows there. It ignores others with all that is in them, with a warning.',
  trips: '<Response><Speak>Hello</Speak></Response>',
  passes: '<Response><Say>Hello</Say></Response>',
  misplaced(element, { family }, { unknown }) {
    if (element.placement === 'unknown') return describeUnknown(element, [...elementsOf(family).keys()], unknown);
    if (element.placement !== 'misplaced' || hasOwnRule(element)) return undefined;
    return { message: describeChildren(element) };
  },
};

function describeUnknown(element: LintElement, known: readonly string[], unknown: LintSituation['unknown']): Finding {
  const { parent, tag, declaration } = element;
  const siblings = parent?.declaration === undefined ? [] : [...childrenOf(parent.declaration).keys()];
  const found = tag.slice(0, 64);
  if (declaration !== undefined)
    return {
      message: `<${declaration.tag}> was expected; found <${found}>. Twilio ignores it with all that is in it.`,
      repair: { tag: declaration.tag },
    };
  const hint = (findMeant(tag, siblings) ?? findMeant(tag, known))?.name ?? findVerb(tag);
  if (hint !== undefined)
    return { message: `Twilio knows no <${found}>; did you mean <${hint}>? It ignores the element with all that is in it.` };
  const message = `ringback's tables of ${TABLES_DATE} know no <${found}>. Twilio ignores elements that it does not know, with all that is in them.`;
  return { message, severity: unknown };
}

function findVerb(tag: string): string | undefined {
  const name = tag.toLowerCase();
  return Object.hasOwn(MEANT, name) ? MEANT[name] : undefined;
}

/** What the verbs of other services, and words for the same thing, are called here. */
const MEANT: Readonly<Record<string, string>> = {
  call: 'Dial',
  conversationrelays: 'ConversationRelay',
  getdigits: 'Gather',
  getinput: 'Gather',
  goto: 'Redirect',
  mms: 'Message',
  speak: 'Say',
  text: 'Message',
  wait: 'Pause',
};
