import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeEnvironment } from '../../src/preload/environment.js';
import { preload, type Runtime, runProgram, runtimes } from './support/run.js';
import { startTwilio, type TwilioServer } from './support/twilio.js';

let twilio: TwilioServer;
beforeAll(async () => {
  twilio = await startTwilio();
});
afterAll(() => twilio.close());

const own = {
  statusCode: 101,
  bodies: ['/a localhost:port', '/twilio.com localhost:port', '/https://api.twilio.com/ localhost:port'],
};
const esm = pathToFileURL(preload.replace('.cjs', '.js')).href;

describe('the preload', () => {
  test.each(Object.keys(runtimes) as Runtime[])('leaves alone what is not for Twilio on %s', async (runtime) => {
    const { result } = await runProgram('others.mjs', { runtime, emulatorUrl: twilio.url });
    expect(result).toEqual({ twilio: 404, own, failure: expect.stringMatching(/^E(?:NOTFOUND|AI_AGAIN)$/) });
  });

  test.each([
    ['--require', 'Node 20', ['--require', preload]],
    ['--import', 'Node 22', ['--import', esm, '--max-old-space-size=900']],
    ['--require with a flag of the engine', 'Node 22', ['--max-old-space-size=900', '--require', preload]],
    ['both', 'Node 24', ['--require', preload, '--import', esm]],
    ['--preload', 'Bun', ['--preload', preload]],
  ] as const)('is handed down to programs and threads when loaded by %s on %s', async (_, runtime, flags) => {
    const env = { RINGBACK_EMULATOR_URL: twilio.url };
    const { result } = await runProgram('others.mjs', { runtime, flags, env, parts: ['child'] });
    expect(result).toMatchObject({ twilio: 404, own, child: 404, workers: [404, 404, 404] });
  });

  test.each([
    ['Node 20', 'ringback "a" b '],
    ['Bun', 'ringback a b '],
  ] as const)('is found by %s in a folder that is called %s', async (runtime, name) => {
    const folder = mkdtempSync(join(tmpdir(), name));
    symlinkSync(dirname(preload), join(folder, 'preload'));
    const env = makeEnvironment({ emulatorUrl: twilio.url, preload: join(folder, 'preload/index.cjs'), env: {} });
    const { result } = await runProgram('others.mjs', { runtime, env: env as Record<string, string> });
    expect(result).toMatchObject({ twilio: 404 });
    rmSync(folder, { recursive: true });
  });

  test.each(Object.keys(runtimes) as Runtime[])('does nothing without RINGBACK_EMULATOR_URL on %s', async (runtime) => {
    const { result } = await runProgram('untouched.mjs', { runtime, parts: [preload] });
    expect(result).toEqual({ emulatorUrl: null, changed: [], options: null });
  });

  test.each(['127.0.0.1:4080', 'https://127.0.0.1:4080', 'http://api.twilio.com', 'nonsense'])(
    'starts no program when the emulator is said to be at %s',
    async (url) => {
      const run = runProgram('others.mjs', { emulatorUrl: url });
      await expect(run).rejects.toThrow('RINGBACK_EMULATOR_URL must be where the emulator listens, such as http://127.0.0.1:4080.');
    },
  );
});
