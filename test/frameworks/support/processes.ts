// Starts other programs and ends them again, each by its own id.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import { createInterface } from 'node:readline';
import { endWithUs } from './guard.js';

/** A program that is running. */
export interface Program {
  readonly child: ChildProcess;
  /** All lines that it has printed so far, errors too. */
  readonly lines: readonly string[];
  /** Waits for a line that matches. @throws Error with all that it printed when it ends before or takes too long. */
  waitFor(pattern: RegExp): Promise<RegExpExecArray>;
  /** Waits until something listens at a port of 127.0.0.1. @throws Error with all that it printed when it ends before or takes too long. */
  waitForPort(port: number): Promise<void>;
  /** Waits for its end. @throws Error with all that it printed when it did not end well. */
  ended(): Promise<void>;
  stop(): Promise<void>;
}

/** Whom a program runs as, where it is not who started it. */
export interface ProgramUser {
  readonly uid: number;
  readonly gid: number;
}

/** Starts a program. It ends with this process at the latest. */
export function start(
  command: string,
  parts: readonly string[],
  environment: Readonly<Record<string, string>> = {},
  user?: ProgramUser,
): Program {
  const child = spawn(command, parts, { env: { ...process.env, ...environment }, stdio: ['ignore', 'pipe', 'pipe'], ...user });
  endWithUs(child);
  const lines: string[] = [];
  const listeners = new Set<() => void>();
  const tell = () => {
    for (const listener of listeners) listener();
  };
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on('line', (line) => {
      lines.push(line);
      tell();
    });
  }
  child.on('error', (error) => lines.push(String(error)));
  child.on('close', tell);
  return {
    child,
    lines,
    waitFor: (pattern) =>
      new Promise((resolve, reject) => {
        const give = (settle: () => void) => {
          clearTimeout(timer);
          listeners.delete(look);
          settle();
        };
        const fail = (why: string) => give(() => reject(new Error(`${command} ${why}: ${pattern}\n${lines.join('\n')}`)));
        const timer = setTimeout(() => fail('did not print'), 30_000);
        const look = () => {
          for (const line of lines) {
            const match = pattern.exec(line);
            if (match !== null) return give(() => resolve(match));
          }
          if (child.exitCode !== null || child.signalCode !== null) fail('ended without printing');
        };
        listeners.add(look);
        look();
      }),
    async waitForPort(port) {
      for (let attempt = 0; attempt < 200 && child.exitCode === null; attempt += 1) {
        if (await isListening(port)) return;
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
      throw new Error(`${command}: nothing listens\n${lines.join('\n')}`);
    },
    async ended() {
      if (child.exitCode === null && child.signalCode === null) await once(child, 'close');
      if (child.exitCode !== 0) throw new Error(`${command} failed\n${lines.join('\n')}`);
    },
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
      const closed = once(child, 'close');
      child.kill('SIGKILL');
      await closed;
    },
  };
}

async function isListening(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1');
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}

/** A port of 127.0.0.1 that nothing listens on. */
export async function findPort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('No port was given');
  return address.port;
}
