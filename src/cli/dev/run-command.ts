import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { UsageError } from '../context.js';

/** A command that runs. */
export interface RunningCommand {
  readonly pid: number;
  /** The exit code of a shell: of a command that a signal has ended, 128 and the number of the signal. */
  readonly ended: Promise<number>;
}

/**
 * Runs a command with our own input and output. What ends us ends it first, and is waited for.
 *
 * @throws UsageError when it cannot be started.
 */
export async function runCommand(
  [program = '', ...parameters]: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
  signal: AbortSignal,
): Promise<RunningCommand> {
  // On Windows npm is a script of the shell.
  const child = spawn(program, parameters, { env, stdio: 'inherit', shell: process.platform === 'win32' });
  const ended = new Promise<number>((resolve) => {
    child.once('exit', (code, name) => resolve(code ?? 128 + (name === null ? 0 : constants.signals[name])));
  });
  await new Promise<void>((resolve, reject) => {
    child.once('spawn', resolve);
    child.once('error', (error: NodeJS.ErrnoException) =>
      reject(new UsageError(error.code === 'ENOENT' ? `There is no command ${program}` : `${program} cannot be started: ${error.message}`)),
    );
  });
  const pass = () => {
    // Ctrl+C at a terminal goes to all programs there; twice would mean "at once" to many.
    if (signal.reason === 'SIGINT' && process.stdin.isTTY) return;
    child.kill(signal.reason === 'SIGINT' ? 'SIGINT' : 'SIGTERM');
  };
  if (signal.aborted) pass();
  else signal.addEventListener('abort', pass);
  return { pid: child.pid ?? 0, ended };
}
