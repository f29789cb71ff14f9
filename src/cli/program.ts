import { Command, CommanderError } from 'commander';
import { RingbackError } from '../errors.js';
import { addCodeCommand } from './commands/code.js';
import { addExplainCommand } from './commands/explain.js';
import { addFormatCommand } from './commands/format.js';
import { addKindsCommand } from './commands/kinds.js';
import { addLintCommand } from './commands/lint.js';
import { addRecordCommand } from './commands/record.js';
import { addSendCommand } from './commands/send.js';
import { addShowCommand } from './commands/show.js';
import { type CommandContext, type ExitCode, UsageError } from './context.js';
import { makePrintable } from './printable.js';

const COMMANDS = [
  addSendCommand,
  addLintCommand,
  addExplainCommand,
  addKindsCommand,
  addShowCommand,
  addFormatCommand,
  addCodeCommand,
  addRecordCommand,
];

const INTRODUCTION = `Twilio webhooks without an account, a tunnel or a network.`;

const EPILOGUE = `
Examples:
  $ ringback send voice.incoming http://localhost:3000/voice
  $ ringback lint menu.xml
  $ ringback explain captured.har

\`ringback help <command>\` tells more, with examples.
Exit codes: 0 all is well, 1 problems were found, 2 wrong use. Requests leave this machine only with --allow-remote.`;

/**
 * Runs the command line.
 *
 * @param args - What follows the name of the program.
 * @returns The exit code. It throws nothing.
 */
export async function runProgram(args: readonly string[], context: CommandContext): Promise<ExitCode | 2> {
  let code: ExitCode = 0;
  const program = makeProgram(context, (found) => {
    code = found;
  });
  try {
    await program.parseAsync([...args], { from: 'user' });
    return code;
  } catch (error) {
    return reportError(error, context);
  }
}

function makeProgram(context: CommandContext, finish: (code: ExitCode) => void): Command {
  const program = new Command('ringback')
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
    .addHelpText('after', EPILOGUE);
  for (const addCommand of COMMANDS) addCommand(program, context, finish);
  return program;
}

function reportError(error: unknown, { stderr }: CommandContext): ExitCode | 2 {
  // Commander has said what is wrong by now. Help and version end by an error too.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  const message = error instanceof Error ? error.message : String(error);
  const isExpected = error instanceof UsageError || error instanceof RingbackError;
  stderr.write(`ringback: ${makePrintable(message)}${isExpected ? '' : ' (this is a fault of ringback; please report it)'}\n`);
  return error instanceof RingbackError ? 1 : 2;
}
