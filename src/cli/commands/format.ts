import { writeFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { formatTwiml } from '../../twiml/format/index.js';
import { type CommandContext, type Finish, UsageError } from '../context.js';
import { fillLines } from '../help-text.js';
import { convert, decode, readInput } from '../input.js';
import { escapeInXml, toJson } from '../printable.js';

const EXAMPLES = `
Examples:
  $ ringback format menu.xml
  $ ringback format --indent 4 --width 100 --write twiml/*.xml
  $ curl -s http://localhost:3000/menu | ringback format -

Text is left as it is, because Twilio speaks or sends it so.`;

interface FormatFlags {
  readonly indent: number;
  readonly width: number;
  readonly declaration: boolean;
  readonly write?: true;
  readonly json?: true;
  readonly allowRemote?: true;
}

/** `ringback format`: prints documents with a line for each element. */
export function addFormatCommand(program: Command, context: CommandContext, finish: Finish): void {
  program
    .command('format')
    .summary('print TwiML with a line for each element')
    .description('Prints TwiML with a line for each element, or writes the files anew.')
    .argument('<files...>', 'files, - for the standard input, or the URLs of a server on this machine')
    .option('--indent <spaces>', 'how far a level is indented', readCount, 2)
    .option('--width <columns>', 'put attributes that reach beyond on lines of their own; 0 for never', readCount, 0)
    .option('--no-declaration', 'leave out <?xml …?>')
    .option('--write', 'change the files instead of printing')
    .option('--json', 'print what a program reads')
    .option('--allow-remote', 'fetch from other machines too')
    .addHelpText('after', fillLines(EXAMPLES))
    .action(async (names: readonly string[], flags: FormatFlags) => {
      const formatted: { name: string; text: string; changed: boolean }[] = [];
      for (const name of names) {
        const source = await readInput(name, context, flags);
        const text = convert(source, (before) => `${escapeInXml(formatTwiml(before, flags).trimEnd())}\n`);
        formatted.push({ name: source.name, text, changed: text !== decode(source.bytes) });
      }
      if (flags.write) await writeAll(names, formatted);
      context.stdout.write(flags.json ? `${toJson({ documents: formatted })}\n` : print(formatted, flags));
      finish(0);
    });
}

/** Writes after all were read: one that cannot be read leaves the others as they are. */
async function writeAll(names: readonly string[], formatted: readonly { text: string; changed: boolean }[]): Promise<void> {
  const other = names.find((name) => name === '-' || /^https?:/i.test(name));
  if (other !== undefined) throw new UsageError(`--write changes files; ${other} is none`);
  for (const [index, { text, changed }] of formatted.entries()) if (changed) await writeFile(names[index] as string, text);
}

function print(formatted: readonly { name: string; text: string; changed: boolean }[], { write }: FormatFlags): string {
  if (!write) return formatted.map(({ text }) => text).join('\n');
  return formatted.map(({ name, changed }) => `${name}${changed ? '' : ' (as it was)'}\n`).join('');
}

function readCount(text: string): number {
  if (!/^\d{1,3}$/.test(text)) throw new UsageError(`Expected a number from 0 to 999, got ${JSON.stringify(text)}`);
  return Number(text);
}
