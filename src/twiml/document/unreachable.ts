import { conductOf, type Ending } from '../conduct.js';
import { hasValue, isTrue } from './flow.js';
import type { LintElement } from './lint-element.js';
import type { Finding, Rule } from './rule.js';
import type { LintDocument } from './tree.js';

/** Checks that no verb stands behind one that ends its document. */
export function unreachableAfter(tag: string): Required<Pick<Rule, 'tags' | 'element'>> {
  return {
    tags: [tag],
    element(verb, document) {
      const ends = conductOf(document.family, tag)?.ends;
      return ends !== undefined && endsWith(verb, ends.when) ? findUnreachable(verb, document, ends.because) : undefined;
    },
  };
}

/** Whether a verb ends its document, as it is written. */
function endsWith(verb: LintElement, when: Ending['when']): boolean {
  if (typeof when === 'string') return when === 'always';
  return 'has' in when ? hasValue(verb, when.has) : isTrue(verb, when.isTrue);
}

/** Reports the verb behind one that ends the document. Those behind it follow from it. */
function findUnreachable(verb: LintElement, { verbs, root }: LintDocument, because: string): Finding | undefined {
  // The sections of a template may leave either verb out.
  if (verb.parent !== root || root.isTemplated) return undefined;
  const next = verbs[verbs.indexOf(verb) + 1];
  return next === undefined || next === verbs[0] ? undefined : { message: `<${next.name}> is never run: ${because}`, element: next };
}
