import { type ChildProcess, spawn } from 'node:child_process';
import { access, constants } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { createInterface } from 'node:readline';
import { LineError } from '../line-error.js';
import type { Tunnel, TunnelKind, TunnelRequest } from './tunnel.js';

/** What a line of a program's output tells. */
export type Told = { readonly origin: string } | { readonly failure: string } | undefined;

/** A tunnel that is a program of its own. */
export interface TunnelProgram {
  /** The name of the program, which must be on the PATH. */
  readonly name: string;
  readonly args: (port: number) => readonly string[];
  /** Makes what reads the output of one run, line by line, until it tells where the tunnel is or that there will be none. */
  readonly makeReader: () => (line: string) => Told;
}

/** How long a program may take to end when it is asked to. */
const PATIENCE_MS = 3_000;

/** Makes a kind of tunnel of a program. */
export function programTunnel(program: TunnelProgram): TunnelKind {
  return {
    name: program.name,
    async findMissing({ env }) {
      return (await findProgram(program.name, env)) === undefined ? `${program.name} is not on the PATH` : undefined;
    },
    async open(request) {
      const file = await findProgram(program.name, request.env);
      if (file === undefined) throw new LineError('LINE_TUNNEL', `${program.name} is not on the PATH`);
      return runProgram(file, program, request);
    },
  };
}

async function findProgram(name: string, env: TunnelRequest['env']): Promise<string | undefined> {
  const endings = process.platform === 'win32' ? ['.exe', '.cmd', ''] : [''];
  const folders = (env.PATH ?? env.Path ?? '').split(delimiter).filter((folder) => folder !== '');
  for (const file of folders.flatMap((folder) => endings.map((ending) => join(folder, name + ending)))) {
    const isThere = await access(file, constants.X_OK).then(
      () => true,
      () => false,
    );
    if (isThere) return file;
  }
  return undefined;
}

function runProgram(file: string, { name, args, makeReader }: TunnelProgram, request: TunnelRequest): Promise<Tunnel> {
  const { port, env, signal, waitMs = 30_000 } = request;
  const child = spawn(file, [...args(port)], { env: { ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  const last: string[] = [];
  const ended = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(`${name} cannot be run: ${error.message}`));
    child.once('close', (code, by) => resolve(`${name} ended (${code ?? by})${last.length > 0 ? `: ${last.join(' ')}` : ''}`));
  });
  const told = new Promise<string>((resolve, reject) => {
    const read = makeReader();
    const hear = (line: string) => {
      last.push(line.trim());
      if (last.length > 3) last.shift();
      const found = read(line);
      if (found !== undefined && 'origin' in found) resolve(found.origin);
      else if (found !== undefined) reject(new LineError('LINE_TUNNEL', `${name}: ${found.failure}`));
    };
    // The real programs write to one or the other, by version.
    for (const output of [child.stdout, child.stderr]) createInterface({ input: output }).on('line', hear);
    void ended.then((why) => reject(new LineError('LINE_TUNNEL', why)));
  });
  return settle(told, { name, child, ended, signal, waitMs });
}

interface Running {
  readonly name: string;
  readonly child: ChildProcess;
  readonly ended: Promise<string>;
  readonly signal: AbortSignal;
  readonly waitMs: number;
}

async function settle(told: Promise<string>, { name, child, ended, signal, waitMs }: Running): Promise<Tunnel> {
  const close = () => endProgram(child, ended);
  let giveUp: () => void = () => undefined;
  const tooLong = new Promise<never>((_, reject) => {
    const timer = setTimeout(() => reject(new LineError('LINE_TUNNEL', `${name} told no public URL within ${waitMs / 1000} s`)), waitMs);
    const stop = () => reject(new LineError('LINE_TUNNEL', 'It was given up'));
    signal.addEventListener('abort', stop);
    giveUp = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', stop);
    };
  });
  try {
    const origin = await Promise.race([told, tooLong]);
    return { name, origin, pid: child.pid, ended, close };
  } catch (error) {
    await close();
    throw error;
  } finally {
    giveUp();
  }
}

async function endProgram(child: ChildProcess, ended: Promise<string>): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGTERM');
  const force = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS);
  await ended;
  clearTimeout(force);
}
