import type { Command } from 'commander';
import { listExpected } from '../../delivery/kind.js';
import { type CommandContext, type Finish, UsageError } from '../context.js';
import { fillLines } from '../help-text.js';
import { listKinds, type NamedKind } from '../kind.js';
import { makePaint } from '../paint.js';

const EXAMPLES = `
Examples:
  $ ringback kinds
  $ ringback kinds 'voice.*'
  $ ringback kinds recording
  $ ringback kinds --json whatsapp

A pattern with * is one for the whole id. Any other is looked for in the id, the name of the schema and the title.`;

/** `ringback kinds`: lists what Twilio sends. */
export function addKindsCommand(program: Command, context: CommandContext, finish: Finish): void {
  program
    .command('kinds')
    .summary('list the kinds of webhooks')
    .description('Lists the kinds of webhooks that Twilio sends: their ids, the schemas that read them, and what happened.')
    .argument('[pattern]', 'which ones, such as voice.* or recording')
    .option('--json', 'print what a program reads')
    .addHelpText('after', fillLines(EXAMPLES))
    .action((pattern: string | undefined, { json }: { readonly json?: true }) => {
      const kinds = pattern === undefined ? listKinds() : listKinds().filter(makeFilter(pattern));
      context.stdout.write(json ? writeJson(kinds) : writeTable(kinds, context));
      if (kinds.length === 0)
        context.stderr.write(`No kind of webhook fits ${JSON.stringify(pattern)}; \`ringback kinds\` lists them all.\n`);
      finish(kinds.length === 0 ? 1 : 0);
    });
}

function makeFilter(pattern: string): (kind: NamedKind) => boolean {
  if (pattern.length > 100) throw new UsageError('A pattern has 100 characters at most');
  const wanted = pattern.toLowerCase();
  if (!wanted.includes('*')) {
    return ({ schema, name }) => [schema.kind, name, schema.title].some((text) => text.toLowerCase().includes(wanted));
  }
  const parts = wanted.split('*');
  return ({ schema }) => fits(schema.kind, parts);
}

/** Whether a text is made of these parts in turn, with anything between them. */
function fits(text: string, parts: readonly string[]): boolean {
  const [first = '', ...rest] = parts;
  const last = rest.pop() ?? '';
  if (!text.startsWith(first) || !text.endsWith(last)) return false;
  let from = first.length;
  for (const part of rest) {
    const found = text.indexOf(part, from);
    if (found === -1) return false;
    from = found + part.length;
  }
  return from <= text.length - last.length;
}

function writeTable(kinds: readonly NamedKind[], context: CommandContext): string {
  const paint = makePaint(context);
  const idWidth = Math.max(0, ...kinds.map(({ schema }) => schema.kind.length));
  const nameWidth = Math.max(0, ...kinds.map(({ name }) => name.length));
  return kinds
    .map(
      ({ schema, name }) => `${paint('strong', schema.kind.padEnd(idWidth))}  ${name.padEnd(nameWidth)}  ${paint('faint', schema.title)}\n`,
    )
    .join('');
}

function writeJson(kinds: readonly NamedKind[]): string {
  const listed = kinds.map(({ schema, name }) => ({ kind: schema.kind, schema: name, title: schema.title, expects: listExpected(schema) }));
  return `${JSON.stringify(listed, undefined, 2)}\n`;
}
