import { Command, CommanderError } from 'commander';
import { DeliveryError } from '../delivery/delivery-error.js';
import { RingbackError } from '../errors.js';
import { LineError } from '../line/line-error.js';
import { type CommandContext, type ExitCode, type Finish, UsageError } from './context.js';
import { describeDeliveryError } from './delivery-advice.js';
import { describeOption, fillLines } from './help-text.js';
import { makePrintable } from './printable.js';

type AddCommand = (program: Command, context: CommandContext, finish: Finish) => void;

/** The commands, in the order of the help. Each is loaded by itself: linting need not wait for the schemas of all webhooks. */
const COMMANDS: Readonly<Record<string, () => Promise<AddCommand>>> = {
  dev: async () => (await import('./commands/dev.js')).addDevCommand,
  send: async () => (await import('./commands/send.js')).addSendCommand,
  call: async () => (await import('./commands/call.js')).addCallCommand,
  load: async () => (await import('./commands/load.js')).addLoadCommand,
  lint: async () => (await import('./commands/lint.js')).addLintCommand,
  explain: async () => (await import('./commands/explain.js')).addExplainCommand,
  error: async () => (await import('./commands/error.js')).addErrorCommand,
  kinds: async () => (await import('./commands/kinds.js')).addKindsCommand,
  show: async () => (await import('./commands/show.js')).addShowCommand,
  format: async () => (await import('./commands/format.js')).addFormatCommand,
  code: async () => (await import('./commands/code.js')).addCodeCommand,
  record: async () => (await import('./commands/record.js')).addRecordCommand,
  replay: async () => (await import('./commands/replay.js')).addReplayCommand,
  test: async () => (await import('./commands/test.js')).addTestCommand,
  line: async () => (await import('./commands/line.js')).addLineCommand,
  doctor: async () => (await import('./commands/doctor.js')).addDoctorCommand,
  mcp: async () => (await import('./commands/mcp.js')).addMcpCommand,
};

/** Loads the command that is named, or all where the program itself is asked, for its help or by a slip. */
function loadCommands([name = '']: readonly string[]): Promise<readonly AddCommand[]> {
  const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (name === '-v' || name === '--version') return Promise.resolve([]);
  return Promise.all(load === undefined ? Object.values(COMMANDS).map((one) => one()) : [load()]);
}

const INTRODUCTION = `Twilio webhooks without an account, a tunnel or a network.`;

const EPILOGUE = `
Examples:
  $ ringback dev -- npm run dev
  $ ringback send voice.incoming http://localhost:3000/voice
  $ ringback call http://localhost:3000/voice
  $ ringback lint menu.xml
  $ ringback explain captured.har
  $ ringback error 11200

\`ringback help <command>\` tells more, with examples.

Exit codes: 0 all is well, 1 problems were found, 2 wrong use. Requests leave this machine only with --allow-remote, and with \`ringback line\`, which is for that.`;

/**
 * Runs the command line.
 *
 * @param args - What follows the name of the program.
 * @returns The exit code. It throws nothing.
 */
export async function runProgram(args: readonly string[], context: CommandContext): Promise<ExitCode> {
  let code: ExitCode = 0;
  const finish = (found: ExitCode) => {
    code = found;
  };
  try {
    const program = makeProgram(context);
    for (const addCommand of await loadCommands(args)) addCommand(program, context, finish);
    await program.parseAsync([...args], { from: 'user' });
    return code;
  } catch (error) {
    return reportError(error, args, context);
  }
}

function makeProgram(context: CommandContext): Command {
  return new Command('ringback')
    .description(INTRODUCTION)
    .version(context.version, '-v, --version')
    .helpCommand('help [command]', 'what a command does, with examples')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => context.stdout.write(text),
      // A misspelt option would be quoted with its value, which may be a secret.
      writeErr: (text) => context.stderr.write(makePrintable(text.replaceAll(/('-[^'=]*)=[^']*'/g, "$1=…'"))),
      getOutHasColors: () => context.colours,
      getErrHasColors: () => context.colours,
    })
    .configureHelp({ optionDescription: describeOption })
    .addHelpText('after', fillLines(EPILOGUE));
}

function reportError(error: unknown, [name = '']: readonly string[], { stderr }: CommandContext): ExitCode {
  // Commander has said what is wrong by now. Help and version end by an error too.
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return 0;
    const advice = Object.hasOwn(COMMANDS, name) ? `help ${name}\` shows how it is used` : 'help` lists the commands';
    if (!error.code.startsWith('commander.help')) stderr.write(`\`ringback ${advice}.\n`);
    return 2;
  }
  const message = error instanceof DeliveryError ? describeDeliveryError(error) : error instanceof Error ? error.message : String(error);
  const isExpected =
    error instanceof UsageError || error instanceof DeliveryError || error instanceof LineError || error instanceof RingbackError;
  stderr.write(`ringback: ${makePrintable(message)}${isExpected ? '' : ' (this is a fault of ringback; please report it)'}\n`);
  return error instanceof RingbackError ? 1 : 2;
}
