import { describe, expect, test } from 'vitest';
import { type Diagnostic, type LintOptions, lintTwiml } from '../../../src/twiml/document/index.js';
import data from '../../data/twiml/cases.json' with { type: 'json' };

/** What must be said of a document. */
interface Expected {
  readonly rule: string;
  readonly severity: string;
  readonly code?: number;
  readonly path?: string;
  readonly messageHas?: readonly string[];
  readonly messageLacks?: readonly string[];
  readonly start?: { readonly line: number; readonly column: number };
  /** What is written in place of what is wrong; `null` where nothing may be. */
  readonly fix?: string | null;
}

interface Case {
  readonly id: string;
  readonly source: string;
  readonly xml: string;
  readonly options?: LintOptions;
  /** Whether nothing else may be said, not even as a hint. */
  readonly only?: boolean;
  readonly expected: readonly Expected[];
}

describe('Of a document that went wrong in public, the linter says what was wrong:', () => {
  test.each(data.cases as readonly Case[])('$id ($source)', ({ xml, options, only, expected }) => {
    const found = lintTwiml(xml, options);
    for (const one of expected) {
      const match = found.find((diagnostic) => isAbout(diagnostic, one));
      expect([one, match ?? found]).toEqual([one, expect.objectContaining({ severity: one.severity })]);
      if (one.fix !== undefined) expect(match?.fix?.text ?? null).toBe(one.fix);
    }
    if (expected.length === 0) expect(found.filter(({ severity }) => severity !== 'info')).toEqual([]);
    if (only === true) expect(found).toHaveLength(expected.length);
  });
});

function isAbout({ rule, path, twilioCode, message, range }: Diagnostic, expected: Expected): boolean {
  return (
    rule === expected.rule &&
    path === (expected.path ?? path) &&
    twilioCode === (expected.code ?? twilioCode) &&
    (expected.messageHas ?? []).every((part) => message.includes(part)) &&
    !(expected.messageLacks ?? []).some((part) => message.includes(part)) &&
    (expected.start === undefined || (range?.start.line === expected.start.line && range.start.column === expected.start.column))
  );
}
