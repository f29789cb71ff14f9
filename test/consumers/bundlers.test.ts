import { join } from 'node:path';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import { build } from 'esbuild';
import { rollup } from 'rollup';
import { expect, test } from 'vitest';
import webpack from 'webpack';
import { program, run, told, writeProject } from './project.js';

const files = { 'app.js': program, 'main.js': "import { tell } from './app.js';\ntell().then(console.log);" };

/** Bundles the application into `bundle.js` of a folder, by bundler. */
const bundlers: Readonly<Record<string, (folder: string) => Promise<unknown>>> = {
  esbuild: (folder) =>
    build({
      entryPoints: [join(folder, 'main.js')],
      outfile: join(folder, 'bundle.js'),
      bundle: true,
      platform: 'node',
      format: 'esm',
      banner: { js: "import { createRequire } from 'node:module';\nconst require = createRequire(import.meta.url);" },
    }),
  rollup: async (folder) => {
    const result = await rollup({ input: join(folder, 'main.js'), external: [/^node:/, 'saxes'], plugins: [nodeResolve()], onLog() {} });
    await result.write({ file: join(folder, 'bundle.js'), format: 'esm' });
  },
  webpack: (folder) =>
    new Promise<void>((done, fail) => {
      const compiler = webpack({
        mode: 'production',
        target: 'node20',
        entry: join(folder, 'main.js'),
        output: { path: folder, filename: 'bundle.js', module: true },
        experiments: { outputModule: true },
      });
      compiler?.run((error, stats) => (error !== null || stats?.hasErrors() ? fail(error ?? new Error(stats?.toString())) : done()));
    }),
};

test.each(Object.keys(bundlers))('an application that %s has bundled runs', async (name) => {
  const folder = writeProject(files);
  await bundlers[name]?.(folder);
  expect(await run(folder, process.execPath, 'bundle.js')).toEqual({ code: 0, output: `${told}\n` });
});
