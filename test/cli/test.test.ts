import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeEmulator } from '../../src/emulator/create-emulator.js';
import { writeSession } from '../../src/emulator/session/write.js';
import { WorldKeeper } from '../../src/emulator/world-keeper.js';
import { runCli } from './run-cli.js';

let folder = '';
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ringback-test-'));
  const app = { fetch: () => new Response('<Response/>', { headers: { 'content-type': 'text/xml' } }) };
  const keeper = new WorldKeeper({ app, numbers: { '+12015550123': { smsUrl: '/sms' } } });
  const twilio = makeEmulator(keeper);
  await twilio.phone('+14155550100').text('+12015550123', 'Hello');
  writeFileSync(join(folder, 'session.jsonl'), writeSession(keeper.world, { version: '1.2.3', app: 'http://localhost:3000' }));
  await twilio.close();
  for (const [name, manifest] of Object.entries({ old: '{}', new: '{ "type": "module" }', broken: '{', 'new/inner': 'null' })) {
    mkdirSync(join(folder, name));
    writeFileSync(join(folder, name, 'package.json'), manifest);
  }
  mkdirSync(join(folder, 'new/src'));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('ringback test', () => {
  test.each([
    ['old/a.test.js', 'jest', 'require'],
    ['old/b.test.js', 'node', 'require'],
    ['broken/a.test.js', 'jest', 'require'],
    ['new/inner/a.test.js', 'jest', 'require'],
    ['new/a.test.cjs', 'node', 'require'],
    ['new/a.test.js', 'jest', 'import'],
    ['new/src/a.test.js', 'node', 'import'],
    ['old/a.test.mjs', 'node', 'import'],
    ['old/a.test.ts', 'jest', 'import'],
    ['old/c.test.js', 'vitest', 'import'],
  ])('writes %s for %s, which asks for its modules by %s', async (name, runner, way) => {
    const out = join(folder, name);
    expect(await runCli(['test', join(folder, 'session.jsonl'), '--runner', runner, '--out', out])).toEqual({
      code: 0,
      stdout: '',
      stderr: '',
    });
    const text = readFileSync(out, 'utf8');
    const [imports, requires] = [text.match(/^import .* from '/gm)?.length ?? 0, text.match(/^const .* = require\('/gm)?.length ?? 0];
    expect(way === 'import' ? [imports > 2, requires] : [requires > 2, imports]).toEqual([true, 0]);
  });

  test('overwrites nothing', async () => {
    const { code, stderr } = await runCli(['test', join(folder, 'session.jsonl'), '--out', join(folder, 'old/package.json')]);
    expect([code, stderr]).toEqual([2, expect.stringContaining('is there already')]);
  });
});
