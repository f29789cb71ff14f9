import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'esbuild';
import { defineConfig } from 'tsup';

/**
 * Marks the calls of functions that only build tables as pure, so that a bundler can drop the schemas and elements that an application does
 * not use. The functions say so themselves (`@__NO_SIDE_EFFECTS__`), but bundlers believe that within one file only.
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

// Each source file becomes a module of its own; tools/join-code.js makes of them what is published.
export default defineConfig({
  entry: ['src/**/*.ts', '!src/console/**'],
  outDir: '.build',
  bundle: false,
  format: 'esm',
  dts: false,
  clean: true,
  splitting: false,
  sourcemap: false,
  treeshake: false,
  target: 'es2022',
  platform: 'neutral',
  esbuildPlugins: [pureCalls],
  removeNodeProtocol: false,
});
