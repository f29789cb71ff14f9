// Runtimes other than Node, each by its own binary, out of the packages of test/runtimes.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bun, deno, root, workerd } from './support/binaries.js';
import { describeFramework } from './support/cases.js';
import type { RunningFramework } from './support/framework.js';
import { findPort, type Program, start } from './support/processes.js';

const server = (name: string) => join(root, 'test/frameworks/servers', name);

/** Shows a program as a framework that is running: it prints what it refuses. */
async function watch(program: Program, port?: number): Promise<RunningFramework> {
  const [, at = String(port)] = await program.waitFor(port === undefined ? /^listening (\d+)$/ : /Listening|ready|"event":"listen"/);
  return {
    origin: `http://127.0.0.1:${at}`,
    get rejections() {
      return program.lines.flatMap((line) => /rejected (.*)/.exec(line)?.[1] ?? []);
    },
    stop: () => program.stop(),
  };
}

const shared = { rawUrls: false, parsed: 'consumed' } as const;

describeFramework({ ...shared, name: 'hono on Bun', start: () => watch(start(bun, [server('hono.js')])) });

describeFramework({ ...shared, name: 'elysia on Bun', start: () => watch(start(bun, [server('elysia.js')])) });

describeFramework({
  ...shared,
  name: 'Deno.serve',
  start: () => watch(start(deno, ['run', '--allow-all', '--no-lock', '--node-modules-dir=manual', server('deno.js')])),
});

for (const flags of [[], ['nodejs_compat']]) {
  describeFramework({
    ...shared,
    name: `workerd ${flags.join(' ')}`.trim(),
    async start() {
      const folder = mkdtempSync(join(tmpdir(), 'ringback-worker-'));
      const port = await findPort();
      execFileSync(bun, ['build', server('worker.js'), '--target=browser', '--format=esm', `--outfile=${join(folder, 'worker.js')}`]);
      writeFileSync(join(folder, 'config.capnp'), configure(port, flags));
      const running = await watch(start(workerd, ['serve', '--control-fd=1', join(folder, 'config.capnp')]), port);
      return {
        origin: running.origin,
        get rejections() {
          return running.rejections;
        },
        async stop() {
          await running.stop();
          rmSync(folder, { recursive: true });
        },
      };
    },
  });
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
