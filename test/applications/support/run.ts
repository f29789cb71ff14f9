// Runs the programs of these tests as users do: unchanged, with nothing but variables of the environment.
import { execFile } from 'node:child_process';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { preloadEnvironment } from '../../../dist/preload/index.js';

const run = promisify(execFile);
const root = resolve(import.meta.dirname, '../../..');

/** The preload as it is published. */
export const preload = join(root, 'dist/preload/index.cjs');

const runtime = (path: string) => join(root, 'test/runtimes/node_modules', path);

/** What the package runs on, by its own binary. */
export const runtimes = {
  'Node 20': runtime('node-20/bin/node'),
  'Node 22': runtime('node-22/bin/node'),
  'Node 24': runtime('node-24/bin/node'),
  Bun: runtime('@oven/bun-linux-x64/bin/bun'),
} as const;

export type Runtime = keyof typeof runtimes;

/** The account that the programs use. It is nobody's. */
export const credentials = {
  TWILIO_ACCOUNT_SID: 'AC00000000000000000000000000000001',
  TWILIO_AUTH_TOKEN: '0123456789abcdef0123456789abcdef',
} as const;

/** What a program is run with. */
export interface RunOptions {
  readonly runtime?: Runtime;
  readonly emulatorUrl?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly parts?: readonly string[];
  /** What stands on the command line before the program. */
  readonly flags?: readonly string[];
}

/** Runs a program of `programs`, and gives the JSON of its last line and all that it wrote to its standard error. */
export async function runProgram(name: string, options: RunOptions = {}): Promise<{ result: unknown; stderr: string }> {
  const { runtime: on = 'Node 20', emulatorUrl, env: more = {}, parts = [], flags = [] } = options;
  const base = { PATH: process.env['PATH'], ...credentials, ...more };
  const env = emulatorUrl === undefined ? base : preloadEnvironment(emulatorUrl, base);
  const program = resolve(import.meta.dirname, '../programs', name);
  const { stdout, stderr } = await run(runtimes[on], [...flags, program, ...parts], { env, timeout: 50_000 });
  return { result: JSON.parse(stdout.trim().split('\n').at(-1) ?? ''), stderr };
}
