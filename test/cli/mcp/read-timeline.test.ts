import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeEmulator } from '../../../src/emulator/create-emulator.js';
import { writeSession } from '../../../src/emulator/session/write.js';
import { WorldKeeper } from '../../../src/emulator/world-keeper.js';
import { type Assistant, connect } from './connect.js';

const authToken = '6bc1bee22e409f96e93d7e117393172a';
const [OLDER, NEWER] = ['2026-11-29T08-00-00.jsonl', '2026-11-30T12-00-00.jsonl'];

let project = '';
let ask: Assistant['ask'];
beforeAll(async () => {
  project = mkdtempSync(join(tmpdir(), 'ringback-timeline-'));
  const folder = join(project, '.ringback', 'sessions');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, OLDER), await record('An older session.'));
  writeFileSync(join(folder, NEWER), await record(`Good day. ${'All work and no play. '.repeat(500)}`));
  writeFileSync(join(folder, 'zz-notes.jsonl'), 'no session');
  writeFileSync(join(project, '.ringback', 'account.json'), '{"authToken":"secret"}');
  ({ ask } = await connect({ project }));
});
afterAll(() => rmSync(project, { recursive: true }));

/** What `ringback dev` writes of a call. */
async function record(words: string): Promise<string> {
  const keeper = new WorldKeeper({
    app: { fetch: async () => new Response(`<Response><Say>${words}</Say></Response>`, { headers: { 'content-type': 'text/xml' } }) },
    numbers: { '+15550001111': { voiceUrl: '/voice' } },
    authToken,
    seed: 1,
  });
  const emulator = makeEmulator(keeper);
  await emulator.phone('+14155550100').call('+15550001111');
  await emulator.idle();
  const text = writeSession(keeper.world, { version: '1.2.3', app: 'http://localhost:3000' });
  await emulator.close();
  return text;
}

interface Timeline {
  readonly session: string;
  readonly leftOut: number;
  readonly events: readonly { readonly seq: number; readonly type: string; readonly callSid?: string; readonly body?: string }[];
}

async function read(input: Record<string, unknown> = {}): Promise<Timeline> {
  return JSON.parse((await ask('read_timeline', input)).text);
}

describe('read_timeline', () => {
  test('tells what happened in the newest session, with long texts cut', async () => {
    const { session, events } = await read();
    expect(session).toBe(NEWER);
    const types = events.map(({ type }) => type);
    for (const type of ['call', 'webhook', 'answer', 'heard']) expect(types).toContain(type);
    expect(types).not.toContain('verb');
    const { body } = events.find(({ type }) => type === 'answer') ?? {};
    expect(body).toMatch(/^<Response><Say>Good day\..*characters are left out here.*<\/Response>$/s);
    expect(JSON.stringify(events)).not.toContain(authToken);
  });

  test('goes on behind what was read, and keeps to the types, the call and the number that are wanted', async () => {
    const first = await read({ after: 0, limit: 2 });
    expect(first.events).toHaveLength(2);
    const next = await read({ after: first.events[1]?.seq });
    expect(next.events[0]?.seq).toBeGreaterThan(first.events[1]?.seq ?? 0);
    expect(next.events.length + 2).toBe((await read({ after: 0 })).events.length);
    expect(new Set((await read({ types: ['verb'] })).events.map(({ type }) => type))).toEqual(new Set(['verb']));
    const latest = await read({ limit: 1 });
    expect(latest.leftOut).toBeGreaterThan(1);
    expect(latest.events[0]?.seq).toBe((await read()).events.at(-1)?.seq);
    const { callSid } = first.events.find((event) => event.callSid !== undefined) ?? {};
    expect((await read({ sid: callSid })).events.length).toBeGreaterThan(1);
    expect((await read({ sid: 'CA00000000000000000000000000000000' })).events).toEqual([]);
  });

  test('reads another session by its name, and no other file', async () => {
    expect((await read({ session: OLDER })).session).toBe(OLDER);
    for (const session of ['../account.json', 'zz-notes.jsonl', '2020-01-01T00-00-00.jsonl']) {
      const { text, failed } = await ask('read_timeline', { session });
      expect(failed).toBe(true);
      expect(text).not.toContain('secret');
    }
  });

  test('says how a session begins where there is none', async () => {
    const stranger = await connect({ project: join(project, 'elsewhere') });
    expect(await stranger.ask('read_timeline')).toEqual({ text: expect.stringContaining('npx ringback dev -- '), failed: true });
  });
});
