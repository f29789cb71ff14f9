import type { Session } from '../emulator/session/format.js';
import { readSession } from '../emulator/session/read.js';
import { type CommandContext, UsageError } from './context.js';
import { decode, readInput } from './input.js';

/** Reads a session file, or `-` for the standard input. @throws UsageError when it is none. */
export async function readSessionFile(name: string, context: Pick<CommandContext, 'stdin' | 'env'>): Promise<Session> {
  const input = await readInput(name, context);
  try {
    return readSession(decode(input.bytes));
  } catch (error) {
    throw new UsageError(`${input.name}: ${(error as Error).message}`);
  }
}
