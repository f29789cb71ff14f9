import { type Command, Option } from 'commander';
import { pageUrl } from '../../site.js';
import { didYouMean } from '../../twiml/did-you-mean.js';
import { type Diagnostic, type LintOptions, lintReply, lintRules, lintTwiml } from '../../twiml/document/index.js';
import { CONTEXTS } from '../../twiml/document/situation.js';
import { collect } from '../collect.js';
import { type CommandContext, type Finish, UsageError } from '../context.js';
import { countFindings, describeFindings, isSound } from '../findings.js';
import { fillLines } from '../help-text.js';
import { decode, type Input, readInput } from '../input.js';
import { makePaint } from '../paint.js';
import { toJson } from '../printable.js';
import { type LintedSource, makeSarif } from '../sarif.js';

const EXAMPLES = `
Examples:
  $ ringback lint menu.xml voicemail.xml
  $ ringback lint --context conference-wait-url hold.xml
  $ ringback lint http://localhost:3000/voice localhost:3000/hold.xml
  $ ringback lint --document messaging http://localhost:3000/sms
  $ ringback lint --rule record-loop=error --rule boolean-lowercase=off menu.xml
  $ ringback lint --format sarif twiml/*.xml > twiml.sarif

A document is sound when nothing in it is an error or a warning; then the exit code is 0, else 1.
What is looked for: ${pageUrl('reference/lint-rules')}. A server is asked as Twilio would, by a signed webhook: the token is that of
\`ringback send\`.`;

interface LintFlags {
  readonly format: 'text' | 'json' | 'sarif';
  readonly json?: true;
  readonly document?: LintOptions['document'];
  readonly context?: LintOptions['context'];
  readonly unknown?: LintOptions['unknown'];
  readonly rule: readonly string[];
  readonly as?: string;
  readonly authToken?: string;
  readonly allowRemote?: true;
}

/** `ringback lint`: checks documents as Twilio would. */
export function addLintCommand(program: Command, context: CommandContext, finish: Finish): void {
  program
    .command('lint')
    .summary('check TwiML documents, without Twilio')
    .description('Checks TwiML documents as Twilio would, without asking it, and shows the lines that are wrong.')
    .argument('<files...>', 'files, - for the standard input, or the URLs of a server on this machine')
    .addOption(new Option('--format <format>', 'what to print').choices(['text', 'json', 'sarif']).default('text'))
    .option('--json', 'the same as --format json')
    .addOption(new Option('--document <family>', 'what the documents answer').choices(['voice', 'messaging', 'fax']))
    .addOption(new Option('--context <place>', 'what fetches the documents').choices([...CONTEXTS]))
    .addOption(new Option('--unknown <level>', 'how bad names are that nothing is known of').choices(['info', 'warning']))
    .option('--rule <id=level>', 'error, warning, info or off for a rule; as often as you like', collect, [])
    .option('--as <public-url>', 'the URL that Twilio would call, and that is signed')
    .option('--auth-token <token>', 'signs; better set TWILIO_AUTH_TOKEN')
    .option('--allow-remote', 'fetch from other machines too')
    .addHelpText('after', fillLines(EXAMPLES))
    .action(async (names: readonly string[], flags: LintFlags) => {
      const options = readOptions(flags);
      const linted: LintedSource[] = [];
      for (const name of names) linted.push(lintSource(await readInput(name, context, flags), options));
      const format = flags.json ? 'json' : flags.format;
      context.stdout.write(PRINTERS[format](linted, context));
      finish(linted.every(({ diagnostics }) => isSound(diagnostics)) ? 0 : 1);
    });
}

const LEVELS = ['error', 'warning', 'info', 'off'];

function readOptions({ document, context, unknown, rule }: LintFlags): LintOptions {
  const known: readonly string[] = lintRules.map(({ id }) => id);
  const rules = rule.map((text) => {
    const [id = '', level = ''] = text.split('=');
    if (!known.includes(id)) throw new UsageError(`There is no rule ${JSON.stringify(id)}${didYouMean(id, known)}`);
    if (!LEVELS.includes(level)) throw new UsageError(`--rule ${id} takes one of ${LEVELS.join(', ')}, as in --rule ${id}=error`);
    return [id, level] as const;
  });
  return { document, context, unknown, rules: Object.fromEntries(rules) };
}

function lintSource({ name, bytes, reply }: Input, options: LintOptions): LintedSource {
  const text = decode(bytes);
  return { name, text, diagnostics: reply === undefined ? lintTwiml(text, options) : lintReply(reply, options) };
}

const PRINTERS: Readonly<Record<LintFlags['format'], (linted: readonly LintedSource[], context: CommandContext) => string>> = {
  text: writeText,
  json: writeJson,
  sarif: (linted, { version }) => `${toJson(makeSarif(linted, version))}\n`,
};

function writeText(linted: readonly LintedSource[], context: CommandContext): string {
  const all = linted.flatMap(({ diagnostics }) => diagnostics);
  const found = linted.flatMap((source) => describeFindings(source, context));
  const documents = linted.length === 1 ? '1 document' : `${linted.length} documents`;
  const codes = all.flatMap(({ twilioCode }) => (twilioCode === undefined ? [] : [twilioCode]));
  const rules = [...new Set(all.map(({ rule }) => rule))].slice(0, 3).map((rule) => pageUrl(`reference/lint-rules/${rule}`));
  const command = codes.length === 0 ? [] : [`ringback error ${[...new Set(codes)].slice(0, 5).join(' ')}`];
  const more = rules.length === 0 ? [] : [makePaint(context)('faint', ['More:', ...command, ...rules].join('\n  '))];
  return `${[...found, ...more, `${documents}: ${countFindings(all)}`].join('\n\n')}\n`;
}

function writeJson(linted: readonly LintedSource[]): string {
  const documents = linted.map(({ name, diagnostics }) => ({ name, valid: isSound(diagnostics), diagnostics }));
  const valid = documents.every((document) => document.valid);
  return `${toJson({ valid, documents } satisfies LintReport)}\n`;
}

interface LintReport {
  readonly valid: boolean;
  readonly documents: readonly { readonly name: string; readonly valid: boolean; readonly diagnostics: readonly Diagnostic[] }[];
}
