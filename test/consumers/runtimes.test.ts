import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { expect, test } from 'vitest';
import { bun, deno, workerd } from '../frameworks/support/binaries.js';
import { program, run, told, writeProject } from './project.js';

const files = { 'app.mjs': program, 'main.mjs': "import { tell } from './app.mjs';\nconsole.log(await tell());" };

test('an application runs on Bun', async () => {
  expect(await run(writeProject(files), bun, 'main.mjs')).toEqual({ code: 0, output: `${told}\n` });
});

test('an application runs on Deno', async () => {
  const folder = writeProject(files);
  const { code, output } = await run(
    folder,
    deno,
    'run',
    '--allow-read',
    '--allow-env',
    '--no-lock',
    '--node-modules-dir=manual',
    'main.mjs',
  );
  expect({ code, output }).toEqual({ code: 0, output: `${told}\n` });
});

test.each([
  ['with nodejs_compat', ['nodejs_compat']],
  ['without', []],
])('an application runs on workerd, %s', async (_, flags) => {
  const folder = writeProject({
    'app.mjs': program,
    'main.mjs': "import { tell } from './app.mjs';\nexport default { async test() { console.log(await tell()); } };",
  });
  await build({
    entryPoints: [join(folder, 'main.mjs')],
    outfile: join(folder, 'worker.js'),
    bundle: true,
    format: 'esm',
    external: ['node:*'],
    logLevel: 'error',
  });
  writeFileSync(
    join(folder, 'config.capnp'),
    `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (services = [(name = "main", worker = .app)]);
const app :Workerd.Worker = (
  modules = [(name = "worker.js", esModule = embed "worker.js")],
  compatibilityDate = "2026-01-01",
  compatibilityFlags = [${flags.map((flag) => `"${flag}"`).join(', ')}],
);
`,
  );
  const { code, output } = await run(folder, workerd, 'test', 'config.capnp');
  expect(output).toContain(told);
  expect(code).toBe(0);
});
