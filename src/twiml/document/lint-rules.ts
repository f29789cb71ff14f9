import type { Severity } from './diagnostic.js';
import type { Example } from './rule.js';
import { type RuleId, rules } from './rules/index.js';

/** What a rule is about, for a list or a settings page. */
export interface LintRule {
  readonly id: RuleId;
  /** How bad it is, where nothing else is said: a finding may be milder or graver. */
  readonly severity: Severity;
  /** The codes under which Twilio's debugger reports it, the usual one first. */
  readonly twilioCodes: readonly number[];
  /** What must hold, in Markdown. */
  readonly text: string;
  /** A document, or an answer, that breaks the rule. */
  readonly trips: Example;
  /** One that keeps it. */
  readonly passes: Example;
}

/** Every rule of {@link lintTwiml} and {@link lintReply}: those about the text first, those about single verbs and the flow last. */
export const lintRules: readonly LintRule[] = /* @__PURE__ */ rules.map(({ id, severity, codes, text, trips, passes }) => ({
  id,
  severity,
  twilioCodes: codes,
  text,
  trips,
  passes,
}));
