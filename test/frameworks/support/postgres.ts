// A PostgreSQL of the tests' own, with its data in a folder that goes with it.
import { chownSync, mkdtempSync, rmSync } from 'node:fs';
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
  /** Stops the server, as a failure would: at once. */
  halt(): Promise<void>;
  /** Starts it again, with its data and at its port. */
  resume(): Promise<void>;
  /** Ends it, and takes its data away. */
  stop(): Promise<void>;
}

/** PostgreSQL refuses to run as root. This is `nobody`, who is on every machine. */
const nobody: ProgramUser | undefined = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : undefined;

export async function startPostgres(): Promise<Postgres> {
  const folder = mkdtempSync(join(tmpdir(), 'ringback-postgres-'));
  if (nobody !== undefined) chownSync(folder, nobody.uid, nobody.gid);
  const parts = ['--pgdata', folder, '--username', 'postgres', '--auth', 'trust', '--encoding', 'UTF8', '--no-locale', '--no-sync'];
  await start(findPostgres('initdb'), parts, {}, nobody).ended();
  const port = await findPort();
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`;
  const pools: Pool[] = [];
  let server = await startServer(folder, port);
  const halt = () => endServer(server);
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
    halt,
    async resume() {
      server = await startServer(folder, port);
    },
    async stop() {
      await disconnect();
      await halt();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** It listens on this machine alone, and does not wait for the disk: its data need not outlive the machine. */
async function startServer(folder: string, port: number): Promise<Program> {
  const settings = ['listen_addresses=127.0.0.1', `port=${port}`, 'unix_socket_directories=', 'fsync=off', 'full_page_writes=off'];
  const parts = ['-D', folder, ...settings.flatMap((setting) => ['-c', setting])];
  const server = start(findPostgres('postgres'), parts, {}, nobody);
  await server.waitFor(/database system is ready to accept connections/);
  return server;
}

/** A server that is killed would leave its own processes behind for a while; asked to quit at once, it ends them too. */
async function endServer(server: Program): Promise<void> {
  if (server.child.exitCode !== null || server.child.signalCode !== null) return;
  server.child.kill('SIGQUIT');
  await server.ended().catch(() => undefined);
}
