import type { Diagnostic, Severity } from './diagnostic.js';
import type { LintOptions } from './options.js';
import type { Finding, Findings, Rule } from './rule.js';
import type { RuleId } from './rules/index.js';

/** What a rule reports of one document at most; more of the same helps nobody, and costs. */
const MOST_FINDINGS = 100;

/** Where a finding is, and what would put it right. */
export type Location = Pick<Diagnostic, 'path' | 'range' | 'fix'> & {
  /** The place in the order of the document. */
  readonly order: number;
};

/** Collects what rules find, as severe as the options want it. */
export class Report {
  readonly #levels: LintOptions['rules'];
  readonly #counts = new Map<string, number>();
  readonly #entries: { readonly order: number; readonly diagnostic: Diagnostic }[] = [];

  constructor(options: LintOptions) {
    this.#levels = options.rules;
  }

  /** Adds what a rule found. */
  add(rule: Rule, findings: Findings, locate: (finding: Finding) => Location): void {
    if (findings === undefined) return;
    for (const finding of Array.isArray(findings) ? findings : [findings as Finding]) {
      const severity = this.#levels?.[rule.id as RuleId] ?? finding.severity ?? rule.severity;
      const count = this.#counts.get(rule.id) ?? 0;
      if (severity === 'off' || count >= MOST_FINDINGS) continue;
      this.#counts.set(rule.id, count + 1);
      const { order, ...location } = locate(finding);
      this.#entries.push({
        order: order < 0 ? order : (location.range?.start.offset ?? order),
        diagnostic: describe(rule, severity, finding, location),
      });
    }
  }

  /** Whether more of a rule is wanted: looking for it costs, and names that are nearly right are looked up with patience. */
  hasRoom({ id }: Rule): boolean {
    return this.#counts.size === 0 || (this.#counts.get(id) ?? 0) < MOST_FINDINGS;
  }

  /** What was found, in the order of the document. */
  finish(): Diagnostic[] {
    return this.#entries.sort((a, b) => a.order - b.order).map(({ diagnostic }) => diagnostic);
  }
}

function describe(rule: Rule, severity: Severity, finding: Finding, location: Omit<Location, 'order'>): Diagnostic {
  const code = finding.code === null ? undefined : (finding.code ?? rule.codes[0]);
  const { message } = finding;
  return {
    rule: rule.id,
    severity,
    message: code === undefined ? message : `${message.replace(/\.$/, '')} (${code}).`,
    ...(code !== undefined && { twilioCode: code }),
    ...location,
  };
}
