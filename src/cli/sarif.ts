import { describeError } from '../error-codes/index.js';
import { pageUrl } from '../site.js';
import { type Diagnostic, lintRules, type Range } from '../twiml/document/index.js';

/** A document, and what the linter found in it. */
export interface LintedSource {
  readonly name: string;
  readonly text: string;
  readonly diagnostics: readonly Diagnostic[];
}

const LEVELS = { error: 'error', warning: 'warning', info: 'note' } as const;

/** Writes findings as SARIF 2.1.0, which code hosts and editors show beside the code. */
export function makeSarif(sources: readonly LintedSource[], version: string): object {
  const ids: readonly string[] = lintRules.map(({ id }) => id);
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'ringback', semanticVersion: version, rules: lintRules.map(describeRule) } },
        columnKind: 'utf16CodeUnits',
        results: sources.flatMap(({ name, diagnostics }) => diagnostics.map((diagnostic) => describeResult(name, diagnostic, ids))),
      },
    ],
  };
}

function describeRule({ id, severity, text, twilioCodes }: (typeof lintRules)[number]): object {
  return {
    id,
    shortDescription: { text: text.replaceAll('`', '') },
    help: { text: text.replaceAll('`', ''), markdown: text },
    defaultConfiguration: { level: LEVELS[severity] },
    helpUri: pageUrl(`reference/lint-rules/${id}`),
    properties: { twilioCodes },
  };
}

function describeResult(
  name: string,
  { rule, severity, message, twilioCode, path, range, fix }: Diagnostic,
  ids: readonly string[],
): object {
  const artifactLocation = { uri: toUri(name) };
  return {
    ruleId: rule,
    ruleIndex: ids.indexOf(rule),
    level: LEVELS[severity],
    message: { text: message },
    ...(twilioCode !== undefined && { properties: { twilioCode, title: describeError(twilioCode)?.title } }),
    locations: [
      {
        physicalLocation: { artifactLocation, ...(range !== undefined && { region: describeRegion(range) }) },
        logicalLocations: [{ fullyQualifiedName: path }],
      },
    ],
    ...(fix !== undefined && {
      fixes: [
        {
          artifactChanges: [
            { artifactLocation, replacements: [{ deletedRegion: describeRegion(fix.range), insertedContent: { text: fix.text } }] },
          ],
        },
      ],
    }),
  };
}

function describeRegion({ start, end }: Range): object {
  return { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column };
}

/** A path as the relative reference that SARIF wants: with slashes, and escaped. */
function toUri(name: string): string {
  return /^https?:/i.test(name) ? name : encodeURI(name.replaceAll('\\', '/')).replaceAll(/[?#]/g, encodeURIComponent);
}
