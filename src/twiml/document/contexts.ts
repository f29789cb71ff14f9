import { type Level, verbsAt } from '../conduct.js';
import type { Finding } from './rule.js';
import type { LintSituation } from './situation.js';
import type { LintDocument } from './tree.js';

const PLACES: Readonly<Record<Exclude<Level, 'response'>, string>> = {
  'dial-url': 'a document that somebody who is called hears',
  'conference-wait-url': 'a document that plays before a conference',
  'enqueue-wait-url': 'a document that plays in a queue',
  'queue-url': 'a document that plays before a caller leaves a queue',
};

/** Checks the verbs of a document for the place that it is fetched from. */
export function checkContext(
  { root }: LintDocument,
  options: LintSituation,
  context: Exclude<Level, 'response'>,
): readonly Finding[] | undefined {
  if (options.context !== context) return undefined;
  const verbs = verbsAt(context);
  const strange = root.children.filter(({ name, declaration }) => declaration !== undefined && !verbs.includes(name));
  const takes = verbs.map((verb) => `<${verb}>`).join(', ');
  return strange.map((element) => ({ message: `In ${PLACES[context]} stand ${takes}; found <${element.tag}>.`, element }));
}
