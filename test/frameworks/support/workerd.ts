import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bun, workerd } from './binaries.js';
import { findPort, type Program, start } from './processes.js';

/** A Worker that is running. */
export interface RunningWorker {
  readonly host: string;
  readonly program: Program;
  stop(): Promise<void>;
}

/** Bundles a Worker and serves it. */
export async function startWorker(file: string, flags: readonly string[] = []): Promise<RunningWorker> {
  const folder = mkdtempSync(join(tmpdir(), 'ringback-worker-'));
  const port = await findPort();
  execFileSync(bun, ['build', file, '--target=browser', '--format=esm', `--outfile=${join(folder, 'worker.js')}`]);
  writeFileSync(join(folder, 'config.capnp'), configure(port, flags));
  const program = start(workerd, ['serve', '--control-fd=1', join(folder, 'config.capnp')]);
  await program.waitFor(/"event":"listen"/);
  return {
    host: `127.0.0.1:${port}`,
    program,
    async stop() {
      await program.stop();
      rmSync(folder, { recursive: true });
    },
  };
}

function configure(port: number, flags: readonly string[]): string {
  return `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [(name = "main", worker = .main)],
  sockets = [(name = "http", address = "127.0.0.1:${port}", http = (), service = "main")],
);
const main :Workerd.Worker = (
  modules = [(name = "worker.js", esModule = embed "worker.js")],
  compatibilityDate = "2026-01-01",
  compatibilityFlags = [${flags.map((flag) => `"${flag}"`).join(', ')}],
);
`;
}
