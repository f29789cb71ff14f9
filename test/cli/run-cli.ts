import type { CommandContext } from '../../src/cli/context.js';
import { runProgram } from '../../src/cli/program.js';

/** What a command did. */
export interface Run {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the command line in this process. */
export async function runCli(args: readonly string[], given: Partial<CommandContext> & { readonly input?: string } = {}): Promise<Run> {
  const { input = '', ...context } = given;
  let stdout = '';
  let stderr = '';
  const code = await runProgram(args, {
    stdin: readText(input),
    stdout: { write: (text) => (stdout += text) },
    stderr: { write: (text) => (stderr += text) },
    env: {},
    // No project of whoever runs the tests.
    folder: '/nowhere',
    colours: false,
    version: '1.2.3',
    signal: new AbortController().signal,
    readMeanings: async () => undefined,
    ...context,
  });
  return { code, stdout, stderr };
}

async function* readText(text: string): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(text);
}
