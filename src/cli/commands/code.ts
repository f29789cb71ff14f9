import { type Command, Option } from 'commander';
import { type Family, twimlToCode } from '../../twiml/document/index.js';
import { type CommandContext, type Finish, UsageError } from '../context.js';
import { fillLines } from '../help-text.js';
import { convert, readInput } from '../input.js';
import { toJson } from '../printable.js';

const EXAMPLES = `
Examples:
  $ ringback code menu.xml
  $ ringback code --name menu --document voice menu.xml > src/menu.ts
  $ echo '<Response><Say loop="2">Hello</Say></Response>' | ringback code -

The code compiles and makes the same document, right or wrong; \`ringback lint\` tells which.`;

interface CodeFlags {
  readonly name: string;
  readonly document?: Family;
  readonly json?: true;
  readonly allowRemote?: true;
}

/** `ringback code`: writes the builder code that makes a document. */
export function addCodeCommand(program: Command, context: CommandContext, finish: Finish): void {
  program
    .command('code')
    .summary('turn TwiML into the code that builds it')
    .description('Writes the TypeScript that builds a document, to move templates and pasted examples over to the builder.')
    .argument('<file>', 'a file, - for the standard input, or the URL of a server on this machine')
    .option('--name <identifier>', 'what the constant is called', 'response')
    .addOption(new Option('--document <family>', 'what the document answers').choices(['voice', 'messaging', 'fax']))
    .option('--json', 'print what a program reads')
    .option('--allow-remote', 'fetch from other machines too')
    .addHelpText('after', fillLines(EXAMPLES))
    .action(async (file: string, flags: CodeFlags) => {
      const { name, document } = flags;
      if (!/^[A-Za-z_$][\w$]*$/.test(name)) throw new UsageError(`--name takes an identifier, got ${JSON.stringify(name)}`);
      const source = await readInput(file, context, flags);
      const code = convert(source, (text) => twimlToCode(text, { name, document }));
      context.stdout.write(flags.json ? `${toJson({ code })}\n` : code);
      finish(0);
    });
}
