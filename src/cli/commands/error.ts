import type { Command } from 'commander';
import { describeError, type ErrorDescription, errorCodes } from '../../error-codes/index.js';
import { type CommandContext, type Finish, UsageError } from '../context.js';
import { fillLines } from '../help-text.js';
import { makePaint } from '../paint.js';

const EXAMPLES = `
Examples:
  $ ringback error 64101
  $ ringback error 11200 12300 --json
  $ ringback error 'not reachable'

A word or two instead of a number looks in titles and causes. The descriptions are this package's own; each names Twilio's page.`;

/** What is looked for by words is shown in full up to this many, then as a list. */
const MOST_IN_FULL = 3;

/** `ringback error`: tells what one of Twilio's error codes means. */
export function addErrorCommand(program: Command, context: CommandContext, finish: Finish): void {
  program
    .command('error')
    .summary('tell what one of Twilio’s error codes means, and what to do')
    .description(
      'Tells what an error code of Twilio’s debugger, of a status callback or of the REST API means, why it happens and what to do.',
    )
    .argument('<codes...>', 'such as 11200, or words to look for')
    .option('--json', 'print what a program reads')
    .addHelpText('after', fillLines(EXAMPLES))
    .action((words: readonly string[], { json }: { readonly json?: true }) => {
      const { found, unknown } = words.every((word) => /^\d+$/.test(word))
        ? findCodes(words)
        : { found: searchCodes(words.join(' ')), unknown: [] };
      if (found.length === 0 && unknown.length > 0) throw new UsageError(unknown.map(describeUnknown).join('\n'));
      context.stdout.write(json ? `${JSON.stringify(found, undefined, 2)}\n` : writeText(found, context));
      for (const code of unknown) context.stderr.write(`${describeUnknown(code)}\n`);
      finish(found.length === 0 || unknown.length > 0 ? 1 : 0);
    });
}

function findCodes(codes: readonly string[]): { readonly found: readonly ErrorDescription[]; readonly unknown: readonly string[] } {
  return {
    found: codes.flatMap((code) => describeError(code) ?? []),
    unknown: codes.filter((code) => describeError(code) === undefined),
  };
}

function describeUnknown(code: string): string {
  return `The error code ${code} is not described here. Twilio may know it: https://www.twilio.com/docs/api/errors/${code.slice(0, 10)}`;
}

function searchCodes(text: string): readonly ErrorDescription[] {
  const wanted = text.toLowerCase().slice(0, 100).split(/\s+/).filter(Boolean);
  return errorCodes.flatMap((code) => {
    const description = describeError(code);
    const told = description === undefined ? '' : `${description.title} ${description.cause} ${description.area}`.toLowerCase();
    return description !== undefined && wanted.every((word) => told.includes(word)) ? [description] : [];
  });
}

function writeText(found: readonly ErrorDescription[], context: CommandContext): string {
  const paint = makePaint(context);
  if (found.length === 0) return 'No error code has these words in its title or cause.\n';
  if (found.length > MOST_IN_FULL) return found.map(({ code, title }) => `${paint('strong', String(code))}  ${title}\n`).join('');
  const blocks = found.map(({ code, title, severity, meaning, cause, remedy, certainty, url }) => {
    const told = certainty === 'inferred' ? paint('faint', 'Cause and remedy are inferred.') : undefined;
    const lines = [
      `${paint('strong', `${code} ${title}`)}  ${paint(severity === 'error' ? 'bad' : 'warning', severity)}`,
      meaning,
      `${paint('faint', 'why')}   ${cause}`,
      `${paint('faint', 'do')}    ${remedy}`,
      ...(told === undefined ? [] : [told]),
      paint('faint', url),
    ];
    return lines.join('\n  ');
  });
  return `${blocks.join('\n\n')}\n`;
}
