// A Redis of the tests' own.
import { connect } from 'node:net';
import { findPort, type Program, start } from '../../frameworks/support/processes.js';
import { pause } from './engine.js';
import type { Random } from './random.js';

export interface RedisServer {
  readonly port: number;
  readonly program: Program;
  /** Starts it again, with what its disk holds. */
  resume(): Promise<void>;
}

/** How a Redis keeps its data: not at all, or by a file that each command is written to before it is answered. */
export type Persistence = 'none' | 'everysec' | 'always';

/** Starts one whose files are in a folder. */
export async function startRedis(folder: string, persistence: Persistence, ...more: readonly string[]): Promise<RedisServer> {
  const port = await findPort();
  const settings = { bind: '127.0.0.1', port: String(port), dir: folder, save: '', daemonize: 'no' };
  const kept = persistence === 'none' ? { appendonly: 'no' } : { appendonly: 'yes', appendfsync: persistence };
  const parts = [...Object.entries({ ...settings, ...kept }).flatMap(([name, value]) => [`--${name}`, value]), ...more];
  const run = async () => {
    const program = start('redis-server', parts);
    await program.waitFor(/Ready to accept connections/);
    return program;
  };
  let program = await run();
  return {
    port,
    get program() {
      return program;
    },
    async resume() {
      program = await run();
    },
  };
}

/** Lets it end in order, as for an update. */
export async function shutDown({ program }: RedisServer): Promise<void> {
  program.child.kill('SIGTERM');
  await program.ended();
}

/** Stops all that it does for a while. */
export async function freeze({ program: { child } }: RedisServer, random: Random, longest: number): Promise<void> {
  child.kill('SIGSTOP');
  await pause(random.between(100, longest));
  child.kill('SIGCONT');
}

/** Asks it something, without a client: `ROLE`. What it answers within half a second, as it came; empty where it does not. */
export function askRedis(port: number, command: string): Promise<string> {
  return new Promise((resolve) => {
    let answer = '';
    const socket = connect(port, '127.0.0.1');
    const end = () => {
      socket.destroy();
      resolve(answer);
    };
    socket.setTimeout(500, end).on('error', end);
    socket.on('data', (data) => {
      answer += data;
      end();
    });
    socket.write(`${command}\r\n`);
  });
}
