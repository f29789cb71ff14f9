import type { CommandContext } from '../context.js';
import { runProgram } from '../program.js';
import type { ToolAnswer } from './tool.js';

/** What a command is asked by. */
interface Question {
  readonly args: readonly string[];
  /** What it reads from its standard input. */
  readonly input?: string;
  readonly signal?: AbortSignal;
}

/**
 * Runs a command of `ringback` and returns what it prints, so that an assistant and a person at a terminal get the same answers. Problems that a
 * command finds are answers too.
 */
export async function askCommand({ args, input = '', signal }: Question, context: CommandContext): Promise<ToolAnswer> {
  let stdout = '';
  let stderr = '';
  const code = await runProgram(args, {
    env: context.env,
    version: context.version,
    readMeanings: context.readMeanings,
    signal: signal ?? context.signal,
    stdin: readText(input),
    stdout: { write: (text) => (stdout += text) },
    stderr: { write: (text) => (stderr += text) },
    colours: false,
  });
  return { text: [stdout, stderr].filter(Boolean).join('\n').trimEnd(), failed: code === 2 || stdout === '' };
}

async function* readText(text: string): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(text);
}
