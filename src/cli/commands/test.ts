import { writeFile } from 'node:fs/promises';
import { type Command, Option } from 'commander';
import type { Runner } from '../../emulator/session/test/runners.js';
import { writeTest } from '../../emulator/session/test/write-test.js';
import { type CommandContext, type Finish, UsageError } from '../context.js';
import { fillLines } from '../help-text.js';
import { isCommonJs } from '../is-common-js.js';
import { toJson } from '../printable.js';
import { readSessionFile } from '../read-session-file.js';

const EXAMPLES = `
Examples:
  $ ringback test .ringback/sessions/2026-11-30T12-00-00.jsonl --out calls.test.ts
  $ ringback test session.jsonl --runner node --call CA0123456789abcdef0123456789abcdef

The test does what people did, and expects what they heard and read. It is green while the application runs and does as it did.

A .js file of a package without "type": "module", and a .cjs file, ask for what they need by require, where the runner is jest or node.`;

interface TestFlags {
  readonly runner: Runner;
  readonly call?: string;
  readonly phone?: string;
  readonly out?: string;
  readonly json?: true;
}

/** `ringback test`: writes a test from what has happened. */
export function addTestCommand(program: Command, context: CommandContext, finish: Finish): void {
  program
    .command('test')
    .summary('turn a session of `ringback dev` into a test')
    .description('Writes a test that does what people did in a session, and expects what they found.')
    .argument('<file>', 'a session file, or - for the standard input')
    .addOption(new Option('--runner <name>', 'what runs the test').choices(['vitest', 'jest', 'node']).default('vitest'))
    .option('--call <sid>', 'only this call, and those that it dialled')
    .option('--phone <address>', 'only what this person did')
    .option('--json', 'print what a program reads')
    .option('--out <file>', 'where the test goes; the standard output where nothing is said')
    .addHelpText('after', fillLines(EXAMPLES))
    .action(async (name: string, { out, json, ...selection }: TestFlags) => {
      const session = await readSessionFile(name, context);
      // A test of vitest is translated before it runs, and vitest itself cannot be asked for by require.
      const byRequire = out !== undefined && selection.runner !== 'vitest' && (await isCommonJs(out));
      const text = write(session, { ...selection, isCommonJs: byRequire });
      if (out === undefined) context.stdout.write(json ? `${toJson({ test: text })}\n` : text);
      else await save(out, text);
      finish(0);
    });
}

function write(...parameters: Parameters<typeof writeTest>): string {
  try {
    return writeTest(...parameters);
  } catch (error) {
    throw error instanceof TypeError ? new UsageError(error.message) : error;
  }
}

/** What is there already is somebody's work. */
async function save(file: string, text: string): Promise<void> {
  try {
    await writeFile(file, text, { flag: 'wx' });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new UsageError(code === 'EEXIST' ? `${file} is there already` : `${file} cannot be written: ${message}`);
  }
}
