import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { bundle } from '../../tools/bundle.js';

/**
 * Bytes of the preload, minified and compressed. It is read at the start of every program that the application runs, npm among them, so
 * that it stays small: a name, a socket, a look-up and a thread have some lines each, and hosts and messages are the rest. From 3,900 to
 * 4,300 it came to tell `ringback dev` on which port a server listens, so that nobody has to say it.
 */
const CEILING = 4_300;

test(`the preload has at most ${CEILING} bytes, and nothing of the rest of the package`, async () => {
  const { size, files } = await bundle("import 'ringback/preload';");
  expect(size).toBeLessThanOrEqual(CEILING);
  expect(size).toBeGreaterThan(1_000);
  expect(files.filter((file) => !/^dist\/(?:preload|lib)\//.test(file))).toEqual([]);
});

test('both ways to load it by its name hand it down to other programs', () => {
  const program = 'console.log(process.env.NODE_OPTIONS)';
  const env = { ...process.env, NODE_OPTIONS: '', RINGBACK_EMULATOR_URL: 'http://127.0.0.1:9' };
  for (const flag of ['--require', '--import']) {
    const output = execFileSync(process.execPath, [flag, 'ringback/preload', '--eval', program], { env, encoding: 'utf8' });
    expect(output).toMatch(/--require \S+dist[\\/]preload[\\/]index\.cjs/);
  }
});
