import type { Diagnostic } from '../twiml/document/index.js';
import { makeCodeFrame, splitLines } from './code-frame.js';
import { makePaint } from './paint.js';
import { makePrintable } from './printable.js';

/** Whether Twilio would take a document as it is. */
export function isSound(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.every(({ severity }) => severity === 'info');
}

const STYLES = { error: 'bad', warning: 'warning', info: 'note' } as const;

/** Writes what a linter found, each with the lines that it is about. */
export function describeFindings(
  { name, text, diagnostics }: { readonly name: string; readonly text: string; readonly diagnostics: readonly Diagnostic[] },
  output: { readonly colours: boolean },
): string[] {
  const paint = makePaint(output);
  const lines = splitLines(text);
  return diagnostics.map(({ severity, rule, message, path, range }) => {
    const place = range === undefined ? path : `${range.start.line}:${range.start.column}`;
    // What is about the whole answer has no place in it.
    const where = place === '/' ? name : `${name}:${place}`;
    const head = `${paint('strong', makePrintable(where))} ${paint(STYLES[severity], severity)} ${makePrintable(message)}`;
    const frame = range === undefined ? [] : [makeCodeFrame(lines, range, paint)];
    return [`${head} ${paint('faint', `(${rule})`)}`, ...frame].join('\n');
  });
}

/** Counts findings: `2 errors, 1 warning`. */
export function countFindings(diagnostics: readonly Diagnostic[]): string {
  const counts = (['error', 'warning', 'info'] as const).flatMap((severity) => {
    const count = diagnostics.filter((diagnostic) => diagnostic.severity === severity).length;
    if (count === 0) return [];
    return severity === 'info' ? [`${count} info`] : [`${count} ${severity}${count === 1 ? '' : 's'}`];
  });
  return counts.length === 0 ? 'nothing to complain about' : counts.join(', ');
}
