import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'esbuild';
import { defineConfig } from 'tsup';
import { listEntries } from './tools/entries.js';

// The exports map is the list of entries: ./dist/x/index.js is made from ./src/x/index.ts.
const entry = listEntries('.').map((target) => target.import.default.replace('./dist/', 'src/').replace(/\.js$/, '.ts'));

/**
 * Marks the calls of functions that only build tables as pure, so that a bundler can drop the schemas and elements that an application does
 * not use. The functions say so themselves (`@__NO_SIDE_EFFECTS__`), but esbuild believes that within one file only.
 */
const pureCalls: Plugin = {
  name: 'pure-calls',
  setup({ onLoad }) {
    const sources = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
    const declarations = sources.flatMap((file) => [
      ...readFileSync(join('src', file), 'utf8').matchAll(/^\/\/ @__NO_SIDE_EFFECTS__\n(?:export )?function (\w+)/gm),
    ]);
    const names = [...new Set(declarations.map(([, name]) => name))].join('|');
    const calls = new RegExp(`(?<![\\w$.'"\`]|function )(?=(?:${names})(?:<[^;=()]*>)?\\()`, 'g');
    onLoad({ filter: /[\\/]src[\\/](?:payloads|twiml)[\\/].*\.ts$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8').replace(calls, '/* @__PURE__ */ '),
      loader: 'ts',
    }));
  },
};

export default defineConfig({
  entry,
  format: ['esm', 'cjs'],
  dts: false,
  clean: true,
  splitting: true,
  sourcemap: false,
  treeshake: false,
  target: 'es2022',
  platform: 'neutral',
  esbuildPlugins: [pureCalls],
  // The command is no library: it is an ES module only, and shares the chunks of the others.
  esbuildOptions(options, { format }) {
    if (format === 'esm') options.entryPoints = [...entry, 'src/cli/main.ts'];
    // A CommonJS module must not even name `import.meta`.
    else options.define = { ...options.define, 'import.meta.url': 'undefined' };
  },
  external: [/^node:/],
  removeNodeProtocol: false,
});
