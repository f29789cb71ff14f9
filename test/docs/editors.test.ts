import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Diagnostic, lintRules } from '../../src/twiml/document/index.js';
import { runCli } from '../cli/run-cli.js';

const page = readFileSync(resolve(import.meta.dirname, '../../docs/editors.md'), 'utf8');

/** What VS Code is told of the lines that the command prints. */
interface Pattern {
  readonly regexp: string;
  readonly file: number;
  readonly line: number;
  readonly column: number;
  readonly severity: number;
  readonly message: number;
  readonly code: number;
}

const [, settings = ''] = /^```json\n(.*?)^```$/ms.exec(page) ?? [];
const [task] = JSON.parse(settings).tasks as [{ command: string; problemMatcher: { pattern: Pattern } }];

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ringback editors-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Reads what the command prints as VS Code does, line by line. */
function findProblems(output: string): object[] {
  const { regexp, file, line, column, severity, message, code } = task.problemMatcher.pattern;
  return output.split('\n').flatMap((text) => {
    const match = new RegExp(regexp).exec(text);
    if (match === null) return [];
    const [at, to] = [Number(match[line]), Number(match[column])];
    return [{ file: match[file], line: at, column: to, severity: match[severity], message: match[message], code: match[code] }];
  });
}

describe('The recipe for VS Code', () => {
  const documents = lintRules.flatMap(({ id, trips }) => {
    const xml = typeof trips === 'string' ? trips : 'xml' in trips ? trips.xml : undefined;
    return xml === undefined ? [] : [[id, xml] as const];
  });

  test('finds every problem that has a place, for every rule, with its file, line, column, severity, message and rule', async () => {
    expect(documents.length).toBeGreaterThan(50);
    const files = documents.map(([id, xml]) => {
      const file = join(folder, `${id} (1).xml`);
      writeFileSync(file, `<!-- A line before -->\n${xml}`.replace(/^(<!-- .* -->\n)(<\?xml.*?\?>|\uFEFF)/s, '$2'));
      return file;
    });
    const { stdout } = await runCli(['lint', ...files]);
    const report = JSON.parse((await runCli(['lint', '--json', ...files])).stdout);
    const wanted = (report.documents as { name: string; diagnostics: Diagnostic[] }[]).flatMap(({ name, diagnostics }) =>
      diagnostics.flatMap(({ range, severity, message, rule }) =>
        range === undefined ? [] : [{ file: name, line: range.start.line, column: range.start.column, severity, message, code: rule }],
      ),
    );
    expect(wanted.length).toBeGreaterThan(50);
    expect(findProblems(stdout)).toEqual(wanted);
  });

  test('runs a command that there is', () => {
    expect(task.command).toBe('npx ringback lint twiml/*.xml');
  });
});
