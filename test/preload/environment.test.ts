import { describe, expect, test } from 'vitest';
import { makeEnvironment } from '../../src/preload/environment.js';

describe('makeEnvironment', () => {
  test('keeps what is in the options of Node and Bun, and adds itself once', () => {
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

  test.each([
    ['/with space/index.cjs', '--require "/with space/index.cjs"', '"--preload=/with space/index.cjs"'],
    ['C:\\app\\index.cjs', '--require "C:\\\\app\\\\index.cjs"', '--preload=C:\\app\\index.cjs'],
  ])('writes %s as each runtime reads it', (preload, node, bun) => {
    const env = makeEnvironment({ emulatorUrl: 'http://127.0.0.1:4080', preload, env: {} });
    expect([env['NODE_OPTIONS'], env['BUN_OPTIONS']]).toEqual([node, bun]);
  });
});
