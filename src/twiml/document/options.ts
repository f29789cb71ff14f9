import { didYouMean } from '../did-you-mean.js';
import { FAMILIES, type Family } from './catalogue.js';
import type { Severity } from './diagnostic.js';
import { type RuleId, rules } from './rules/index.js';

/** What fetches a document. */
export type LintContext = (typeof CONTEXTS)[number];

/**
 * Besides a webhook: the `url` of a dialled `<Number>`, `<Sip>` or `<Client>`; the `waitUrl` of a `<Conference>` or an `<Enqueue>`; the
 * `url` of a `<Queue>`; nothing, where the document itself is given to the REST API; and a call under way that is sent elsewhere.
 */
const CONTEXTS = ['response', 'dial-url', 'conference-wait-url', 'enqueue-wait-url', 'queue-url', 'inline', 'live-call'] as const;

const LEVELS = ['error', 'warning', 'info', 'off'];

/** How to lint. */
export interface LintOptions {
  /** What the document answers. @default what its verbs belong to */
  readonly document?: Family | undefined;
  /**
   * What fetches the document: a webhook (`response`), the `url` of a noun of `<Dial>` (`dial-url`) or of a `<Queue>` (`queue-url`), the
   * `waitUrl` of a conference or queue, the REST API's `twiml` parameter (`inline`), or a call under way that is redirected to it
   * (`live-call`). Without it, the rules of these places do not apply.
   */
  readonly context?: LintContext | undefined;
  /** Other severities for rules; `off` silences one. */
  readonly rules?: { readonly [Id in RuleId]?: Severity | 'off' | undefined } | undefined;
}

/** @throws TypeError when an option is none, or has a value that does not exist. */
export function checkOptions({ document, context, rules: levels }: LintOptions): void {
  if (document !== undefined) checkChoice('document', document, FAMILIES);
  if (context !== undefined) checkChoice('context', context, CONTEXTS);
  if (levels !== undefined) checkLevels(levels);
}

function checkLevels(levels: NonNullable<LintOptions['rules']>): void {
  const ids = rules.map(({ id }) => id);
  for (const [id, level] of Object.entries(levels)) {
    if (!ids.includes(id as RuleId)) throw new TypeError(`There is no rule "${id}"${didYouMean(id, ids)}`);
    if (level !== undefined) checkChoice(`rules['${id}']`, level, LEVELS);
  }
}

function checkChoice(option: string, value: string, choices: readonly string[]): void {
  if (!choices.includes(value)) throw new TypeError(`${option} is one of ${choices.join(', ')}; got ${JSON.stringify(value)}`);
}
