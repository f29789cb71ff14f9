// Runtimes other than Node, each by its own binary, out of the packages of test/runtimes.
import { join } from 'node:path';
import { bun, deno, root } from './support/binaries.js';
import { describeFramework } from './support/cases.js';
import type { RunningFramework } from './support/framework.js';
import { type Program, start } from './support/processes.js';
import { startWorker } from './support/workerd.js';

const server = (name: string) => join(root, 'test/frameworks/servers', name);

/** Shows a program as a framework that is running: it prints what it refuses. */
function show(program: Program, host: string, stop: () => Promise<void>): RunningFramework {
  return {
    origin: `http://${host}`,
    get rejections() {
      return program.lines.flatMap((line) => /rejected (.*)/.exec(line)?.[1] ?? []);
    },
    stop,
  };
}

async function watch(program: Program): Promise<RunningFramework> {
  const [, port] = await program.waitFor(/^listening (\d+)$/);
  return show(program, `127.0.0.1:${port}`, () => program.stop());
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
      const { host, program, stop } = await startWorker(server('worker.js'), flags);
      return show(program, host, stop);
    },
  });
}
