// A PostgreSQL of the tests' own, with its data in a folder that goes with it.
import { chownSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Pool } from 'pg';
import { findPostgres } from '../../../tools/find-postgres.js';
import { findPort, type Program, type ProgramUser, start } from './processes.js';

export interface Postgres {
  readonly url: string;
  /** Connects to it. */
  connect(settings?: string): Pool;
  /** Ends all that was connected. */
  disconnect(): Promise<void>;
  /** Its processes, its own first. Empty while it is halted. */
  processes(): readonly number[];
  /** Stops the server, as a failure would: at once. `SIGINT` lets it end its transactions, `SIGKILL` lets it end nothing. */
  halt(signal?: 'SIGQUIT' | 'SIGINT' | 'SIGKILL'): Promise<void>;
  /** Starts it again, with its data and at its port. */
  resume(): Promise<void>;
  /** Ends it, and takes its data away. */
  stop(): Promise<void>;
}

/** PostgreSQL refuses to run as root. This is `nobody`, who is on every machine. */
const nobody: ProgramUser | undefined = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : undefined;

/** How sure it is of its data. */
export interface PostgresSettings {
  /** Whether it waits for the disk. Without that its data outlive a crash of its own, but not one of the machine. @default false */
  readonly syncs?: boolean;
}

export async function startPostgres(settings: PostgresSettings = {}): Promise<Postgres> {
  const folder = mkdtempSync(join(tmpdir(), 'ringback-postgres-'));
  if (nobody !== undefined) chownSync(folder, nobody.uid, nobody.gid);
  const parts = ['--pgdata', folder, '--username', 'postgres', '--auth', 'trust', '--encoding', 'UTF8', '--no-locale', '--no-sync'];
  await start(findPostgres('initdb'), parts, {}, nobody).ended();
  const port = await findPort();
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`;
  const pools: Pool[] = [];
  let server = await startServer(folder, port, settings);
  const processes = () => (isRunning(server) && server.child.pid !== undefined ? listProcesses(server.child.pid) : []);
  const halt = (signal: NodeJS.Signals = 'SIGQUIT') => endServer(server, signal, processes());
  const disconnect = async () => void (await Promise.all(pools.splice(0).map((pool) => (pool.ending ? undefined : pool.end()))));
  return {
    url,
    connect(settings) {
      const pool = new Pool({ connectionString: url, max: 4, ...(settings !== undefined && { options: settings }) });
      // A connection that breaks while nobody uses it ends the process where nobody listens.
      pool.on('error', () => undefined);
      pools.push(pool);
      return pool;
    },
    disconnect,
    processes,
    halt,
    async resume() {
      server = await startServer(folder, port, settings);
    },
    async stop() {
      await disconnect();
      await halt();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** It listens on this machine alone. */
async function startServer(folder: string, port: number, { syncs = false }: PostgresSettings): Promise<Program> {
  const unsynced = syncs ? [] : ['fsync=off', 'full_page_writes=off'];
  const settings = ['listen_addresses=127.0.0.1', `port=${port}`, 'unix_socket_directories=', ...unsynced];
  const parts = ['-D', folder, ...settings.flatMap((setting) => ['-c', setting])];
  const server = start(findPostgres('postgres'), parts, {}, nobody);
  await server.waitFor(/database system is ready to accept connections/);
  return server;
}

function isRunning({ child }: Program): boolean {
  return child.exitCode === null && child.signalCode === null;
}

/** A process and those that it has started. */
function listProcesses(pid: number): readonly number[] {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8');
  return [pid, ...children.trim().split(' ').filter(Boolean).map(Number)];
}

/** Asked to quit, a server ends its own processes too. One that is killed would leave them behind for a while, so that they are killed with it. */
async function endServer(server: Program, signal: NodeJS.Signals, processes: readonly number[]): Promise<void> {
  if (!isRunning(server)) return;
  if (signal === 'SIGKILL') signalAll(processes, signal);
  else server.child.kill(signal);
  await server.ended().catch(() => undefined);
}

/** Sends a signal to processes, of which some may have ended by themselves. */
export function signalAll(processes: readonly number[], signal: NodeJS.Signals): void {
  for (const pid of processes) {
    try {
      process.kill(pid, signal);
    } catch {
      // It has ended.
    }
  }
}
