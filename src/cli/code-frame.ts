import type { Range } from '../twiml/document/index.js';
import type { Paint } from './paint.js';
import { makePrintable } from './printable.js';

/** How many characters of a line are shown: documents that programs write often have a single one. */
const WIDTH = 100;

/** Shows the line of a text where something stands, with the one before and the one behind it, and marks the place. */
export function makeCodeFrame(lines: readonly string[], { start, end }: Range, paint: Paint): string {
  const from = Math.max(1, start.line - 1);
  const to = Math.min(lines.length, start.line + 1);
  const gutter = String(to).length;
  const shift = Math.max(0, start.column - Math.floor(WIDTH / 2));
  const frame: string[] = [];
  for (let line = from; line <= to; line += 1) {
    const text = lines[line - 1] ?? '';
    const mark = line === start.line ? paint('bad', '>') : ' ';
    frame.push(`${mark} ${paint('faint', `${String(line).padStart(gutter)} |`)} ${clip(text, shift)}`.trimEnd());
    if (line !== start.line) continue;
    const length = (end.line === start.line ? end.column : text.length + 1) - start.column;
    const offset = start.column - 1 - shift + (shift > 0 ? 1 : 0);
    const carets = '^'.repeat(Math.max(1, Math.min(length, WIDTH - offset)));
    frame.push(`  ${paint('faint', `${' '.repeat(gutter)} |`)} ${' '.repeat(offset)}${paint('bad', carets)}`);
  }
  return frame.join('\n');
}

/** The lines of a text, as positions count them. */
export function splitLines(text: string): string[] {
  return text.split(/\r\n|\r|\n/);
}

function clip(line: string, shift: number): string {
  const shown = makePrintable(line.slice(shift, shift + WIDTH)).replaceAll('\t', ' ');
  return `${shift > 0 ? '…' : ''}${shown}${line.length > shift + WIDTH ? '…' : ''}`;
}
