import { didYouMean } from '../did-you-mean.js';
import { FAMILIES } from './catalogue.js';
import type { Severity } from './diagnostic.js';
import { type RuleId, rules } from './rules/index.js';
import { CONTEXTS, type LintSituation } from './situation.js';

const LEVELS = ['error', 'warning', 'info', 'off'];

/** How to lint. */
export interface LintOptions extends LintSituation {
  /** Other severities for rules; `off` silences one. */
  readonly rules?: { readonly [Id in RuleId]?: Severity | 'off' | undefined } | undefined;
}

/** @throws TypeError when an option is none, or has a value that does not exist. */
export function checkOptions({ document, context, unknown, rules: levels }: LintOptions): void {
  if (document !== undefined) checkChoice('document', document, FAMILIES);
  if (context !== undefined) checkChoice('context', context, CONTEXTS);
  if (unknown !== undefined) checkChoice('unknown', unknown, ['info', 'warning']);
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
