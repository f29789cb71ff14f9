import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeEnvironment } from '../../dist/preload/index.js';
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
  it.each(Object.keys(runtimes) as Runtime[])('leaves alone what is not for Twilio on %s', async (runtime) => {
    const { result } = await runProgram('others.mjs', { runtime, emulatorUrl: twilio.url });
    expect(result).toEqual({ twilio: 404, own, failure: expect.stringMatching(/^E(?:NOTFOUND|AI_AGAIN)$/) });
  });

  it.each([
    ['--require', 'Node 20', ['--require', preload]],
    ['--import', 'Node 22', ['--import', esm]],
    ['both', 'Node 24', ['--require', preload, '--import', esm]],
    ['--preload', 'Bun', ['--preload', preload]],
  ] as const)('is handed down to programs and threads when loaded by %s on %s', async (_, runtime, flags) => {
    const env = { RINGBACK_EMULATOR_URL: twilio.url };
    const { result } = await runProgram('others.mjs', { runtime, flags, env, parts: ['child'] });
    expect(result).toMatchObject({ twilio: 404, own, child: 404, workers: [404, 404, 404] });
  });

  it('works from a folder whose name has spaces and quotes', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'ringback "a" b '));
    cpSync(dirname(preload), folder, { recursive: true });
    const env = makeEnvironment({ emulatorUrl: twilio.url, preload: join(folder, 'index.cjs'), env: {} });
    const { result } = await runProgram('others.mjs', { env: { NODE_OPTIONS: env.NODE_OPTIONS ?? '', RINGBACK_EMULATOR_URL: twilio.url } });
    expect(result).toMatchObject({ twilio: 404 });
    rmSync(folder, { recursive: true });
  });

  it.each(Object.keys(runtimes) as Runtime[])('does nothing without RINGBACK_EMULATOR_URL on %s', async (runtime) => {
    const { result } = await runProgram('untouched.mjs', { runtime, parts: [preload] });
    expect(result).toEqual({ emulatorUrl: null, changed: [], options: null });
  });

  it.each(['127.0.0.1:4080', 'https://127.0.0.1:4080', 'http://api.twilio.com', 'nonsense'])(
    'starts no program when the emulator is said to be at %s',
    async (url) => {
      const run = runProgram('others.mjs', { emulatorUrl: url });
      await expect(run).rejects.toThrow('RINGBACK_EMULATOR_URL must be where the emulator listens, such as http://127.0.0.1:4080.');
    },
  );
});

describe('makeEnvironment', () => {
  it('keeps what is in the options of Node and Bun, and adds itself once', () => {
    const options = { emulatorUrl: 'http://127.0.0.1:4080', preload: '/a/index.cjs' };
    const once = makeEnvironment({ ...options, env: { PATH: '/bin', NODE_OPTIONS: '--enable-source-maps' } });
    expect(once).toEqual({
      PATH: '/bin',
      RINGBACK_EMULATOR_URL: 'http://127.0.0.1:4080',
      NODE_OPTIONS: '--require /a/index.cjs --enable-source-maps',
      BUN_OPTIONS: '--preload=/a/index.cjs',
    });
    expect(makeEnvironment({ ...options, env: once })).toEqual(once);
  });
});
