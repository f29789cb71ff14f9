import { readFileSync } from 'node:fs';
import { defineConfig } from 'tsup';

interface Manifest {
  readonly exports: Readonly<Record<string, string | { readonly import: { readonly default: string } }>>;
}

const { exports } = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest;

// The exports map is the list of entries: ./dist/x/index.js is made from ./src/x/index.ts.
const entry = Object.values(exports)
  .filter((target) => typeof target === 'object')
  .map((target) => target.import.default.replace('./dist/', 'src/').replace(/\.js$/, '.ts'));

export default defineConfig({
  entry,
  format: ['esm', 'cjs'],
  dts: true,
  clean: true,
  splitting: true,
  sourcemap: false,
  treeshake: false,
  target: 'es2022',
  platform: 'neutral',
  // The fallback for runtimes without node:crypto is part of the package, so that `ringback/signature` loads nothing else.
  noExternal: [/^@noble\/hashes/],
});
