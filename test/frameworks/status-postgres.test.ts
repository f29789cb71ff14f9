// The example of a status service, on a real PostgreSQL: whatever order callbacks come in, and however often, it ends up with the truth.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Pool } from 'pg';
import { createEmulator, type Emulator } from 'ringback/emulator';
import { compareStatus } from 'ringback/payloads';
import twilio from 'twilio';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { root } from './support/binaries.js';
import { type Postgres, startPostgres } from './support/postgres.js';
import { findPort, type Program, start } from './support/processes.js';
import { accountSid, authToken, formOf, message, post } from './support/requests.js';

const folder = join(root, 'examples/status-postgres');
const publicUrl = 'https://public.example';
const NUMBER = '+15550001111';
const EVENTS = ['initiated', 'ringing', 'answered', 'completed'];

let postgres: Postgres;
let pool: Pool;
let servers: readonly Program[] = [];
let origins: readonly string[] = [];

beforeAll(async () => {
  postgres = await startPostgres();
  pool = postgres.connect();
  await pool.query(readFileSync(join(folder, 'schema.sql'), 'utf8'));
  const ports = [await findPort(), await findPort()];
  const environment = { TWILIO_AUTH_TOKEN: authToken, PUBLIC_URL: publicUrl, DATABASE_URL: postgres.url };
  servers = ports.map((port) => start(process.execPath, [join(folder, 'server.js')], { ...environment, PORT: String(port) }));
  origins = ports.map((port) => `http://127.0.0.1:${port}`);
  await Promise.all(servers.map((server, index) => server.waitForPort(ports[index] ?? 0)));
});
afterAll(async () => {
  await Promise.all(servers.map((server) => server.stop()));
  await postgres?.stop();
});

async function keptOf(table: 'callbacks' | 'statuses', sids: readonly string[]): Promise<string[]> {
  const { rows } = await pool.query(`select sid, status from ${table} where sid = any($1)`, [sids]);
  return rows.map(({ sid, status }) => `${sid} ${status}`).sort();
}

/** Messages and calls that end in every way, with all callbacks to the server. */
async function run(seed: number): Promise<{ twilio: Emulator; truth: readonly string[]; sids: readonly string[] }> {
  const emulator = createEmulator({
    accountSid,
    authToken,
    seed,
    publicUrl,
    app: { url: origins[0] ?? '' },
    numbers: { [NUMBER]: {} },
    faults: { repeats: 0.5, disorder: 0.5, delayMs: 6000 },
  });
  const { messages, calls } = twilio(accountSid, authToken, { httpClient: emulator.client as never });
  emulator.phone('+14155550100');
  emulator.phone('+14155550101', { is: 'off' });
  emulator.phone('+14155550102', { is: 'busy' });
  emulator.phone('+14155550103', { is: 'declining' });
  const common = { from: NUMBER, statusCallback: `${publicUrl}/status` };
  const made = [
    ...['+14155550100', '+14155550101', '+14155550100'].map((to) => messages.create({ ...common, to, body: 'Hello' })),
    ...['+14155550100', '+14155550101', '+14155550102', '+14155550103'].map((to) =>
      calls.create({ ...common, to, twiml: '<Response><Say>Hello</Say></Response>', statusCallbackEvent: EVENTS }),
    ),
  ];
  const sids = (await Promise.all(made)).map(({ sid }) => sid);
  await emulator.idle();
  const ended = await Promise.all(sids.map((sid) => (sid.startsWith('CA') ? calls(sid) : messages(sid)).fetch()));
  return { twilio: emulator, sids, truth: ended.map(({ sid, status }) => `${sid} ${status}`).sort() };
}

describe('the status service', () => {
  test('ends up with the truth, and with every callback once, for a hundred seeds of repeated and shuffled callbacks', async () => {
    let [overtaken, repeated] = [0, 0];
    const ends = new Set<string | undefined>();
    for (let seed = 1; seed <= 100; seed += 1) {
      const { twilio: emulator, truth, sids } = await run(seed);
      expect(await keptOf('statuses', sids), `seed ${seed}`).toEqual(truth);
      const told = emulator.webhooks.map(
        ({ parameters: { MessageSid, CallSid, MessageStatus, CallStatus } }) => `${MessageSid ?? CallSid} ${MessageStatus ?? CallStatus}`,
      );
      expect(await keptOf('callbacks', sids), `seed ${seed}`).toEqual([...new Set(told)].sort());
      repeated += told.length - new Set(told).size;
      overtaken += countOvertaken(told);
      for (const line of truth) ends.add(line.split(' ')[1]);
      await emulator.close();
    }
    // What would prove nothing if it never happened.
    expect(repeated).toBeGreaterThan(500);
    expect(overtaken).toBeGreaterThan(500);
    expect([...ends].sort()).toEqual(['busy', 'completed', 'delivered', 'no-answer', 'undelivered']);
  });

  test('does so when all callbacks come at once, three times each, to two processes', async () => {
    const statuses = ['queued', 'sending', 'sent', 'delivered', 'read'];
    const sids = Array.from({ length: 40 }, (_, index) => `SM${String(index).padStart(32, '0')}`);
    const sends = sids.flatMap((sid) => [...statuses, ...statuses, ...statuses].map((status) => ({ sid, status })));
    const order = sends.map((send, index) => ({ send, at: (index * 7919) % sends.length })).sort((a, b) => a.at - b.at);
    const answers = await Promise.all(
      order.map(({ send: { sid, status } }, index) => {
        const form = formOf({ AccountSid: accountSid, MessageSid: sid, From: message.To, To: message.From, MessageStatus: status });
        return post(`${origins[index % 2]}/status`, form, { signedUrl: `${publicUrl}/status` });
      }),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([204]));
    expect(await keptOf('statuses', sids)).toEqual(sids.map((sid) => `${sid} read`));
    expect(await keptOf('callbacks', sids)).toHaveLength(sids.length * statuses.length);
  });

  test('stores nothing that Twilio has not signed', async () => {
    const form = formOf({ ...message, MessageSid: `SM${'f'.repeat(32)}`, MessageStatus: 'sent' });
    expect((await post(`${origins[0]}/status`, form, { signedUrl: `${publicUrl}/other` })).status).toBe(403);
    expect(await keptOf('callbacks', [`SM${'f'.repeat(32)}`])).toEqual([]);
  });
});

/** How many were told after a later one of the same message or call. */
function countOvertaken(told: readonly string[]): number {
  return told.filter((line, index) => {
    const [sid, status = ''] = line.split(' ');
    return told
      .slice(0, index)
      .some((earlier) => earlier.startsWith(`${sid} `) && (compareStatus(status, earlier.split(' ')[1] ?? '') ?? 0) < 0);
  }).length;
}
