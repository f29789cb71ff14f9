import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';

/** Suites by folder; everything that is not named here is a unit test. */
const conformance = ['test/conformance/**/*.test.ts'];
const packaged = ['test/package/**/*.test.ts'];
const heavy = [
  'test/fuzz/**',
  'test/browser/**',
  'test/site/**',
  'test/frameworks/**',
  'test/engines/**',
  'test/applications/**',
  'test/runtimes/**',
  'test/consumers/**',
];

/** Where the results go as JSON besides, for a script that adds up several runs. */
const { VITEST_RESULTS } = process.env;

export default defineConfig({
  test: {
    reporters: VITEST_RESULTS === undefined ? ['default'] : ['default', ['json', { outputFile: VITEST_RESULTS }]],
    testTimeout: 120_000,
    projects: [
      { extends: true, test: { name: 'unit', include: ['test/**/*.test.ts'], exclude: [...conformance, ...packaged, ...heavy] } },
      {
        // What the schemas need of zod, once more with the oldest one that is a peer.
        extends: true,
        resolve: { alias: [{ find: /^zod(?=$|\/)/, replacement: 'zod-oldest' }] },
        test: { name: 'zod-oldest', include: ['test/payloads/{fields,hostile,lazily,samples,schema}.test.ts'] },
      },
      { extends: true, test: { name: 'conformance', include: conformance } },
      { extends: true, test: { name: 'package', include: packaged, testTimeout: 120_000, hookTimeout: 120_000 } },
      {
        // For whoever works on an example: test/consumers runs them as their readers do. Each is a package of its own, so that its `ringback`
        // would be an installed one.
        extends: true,
        resolve: { alias: [{ find: /^ringback(\/.+)?$/, replacement: resolve(import.meta.dirname, 'dist$1/index.js') }] },
        test: { name: 'examples', include: ['examples/*/*.test.ts'] },
      },
      {
        extends: true,
        test: {
          name: 'frameworks',
          include: ['test/frameworks/**/*.test.ts'],
          exclude: ['**/node_modules/**'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          // Each file starts servers of its own; side by side they would wait for one another.
          fileParallelism: false,
        },
      },
      { extends: true, test: { name: 'fuzz', include: ['test/fuzz/**/*.test.ts'] } },
      {
        extends: true,
        test: {
          name: 'engines',
          include: ['test/engines/**/*.test.ts'],
          exclude: ['**/node_modules/**'],
          testTimeout: 180_000,
          hookTimeout: 60_000,
          // Each file starts engines and servers of its own, and measures them; side by side they would disturb one another.
          fileParallelism: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'applications',
          include: ['test/applications/**/*.test.ts'],
          exclude: ['**/node_modules/**'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          testTimeout: 300_000,
          hookTimeout: 120_000,
          // What a page comes to is waited for: a busy machine takes its time, and an idle one is not held up.
          expect: { poll: { timeout: 60_000 } },
          // Each file starts a browser of its own; side by side they would wait for one another.
          fileParallelism: false,
        },
      },
      {
        extends: true,
        test: { name: 'site', include: ['test/site/**/*.test.ts'], testTimeout: 600_000, hookTimeout: 60_000, fileParallelism: false },
      },
      {
        extends: true,
        test: {
          name: 'consumers',
          include: ['test/consumers/**/*.test.ts'],
          exclude: ['**/node_modules/**'],
          globalSetup: 'test/consumers/setup.ts',
          // A compiler alone takes twenty seconds, and a busy machine is ten times slower.
          testTimeout: 330_000,
          hookTimeout: 300_000,
          fileParallelism: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'types',
          include: [],
          typecheck: { enabled: true, only: true, include: ['test/types/**/*.test-d.ts'], tsconfig: 'test/tsconfig.json' },
        },
      },
    ],
  },
});
