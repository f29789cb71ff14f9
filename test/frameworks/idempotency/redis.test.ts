import { Redis } from 'ioredis';
import { Keyv } from 'keyv';
import { createClient } from 'redis';
import { messagingResponse } from 'ringback';
import { IncomingMessage } from 'ringback/payloads/messaging';
import { keyvIdempotency, redisIdempotency, webhook } from 'ringback/webhook';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { findPort, type Program, start } from '../support/processes.js';
import { authToken, formOf, message, sign } from '../support/requests.js';
import { promises } from './promises.js';
import { twoProcesses } from './two-processes.js';

let port: number;
let redis: Program;

async function startRedis(): Promise<Program> {
  const program = start('redis-server', [
    '--bind',
    '127.0.0.1',
    '--port',
    String(port),
    '--save',
    '',
    '--appendonly',
    'no',
    '--daemonize',
    'no',
  ]);
  await program.waitFor(/Ready to accept connections/);
  return program;
}

beforeAll(async () => {
  port = await findPort();
  redis = await startRedis();
});
afterAll(() => redis.stop());

describe('redisIdempotency on ioredis', () => {
  promises(async () => {
    const client = new Redis(port, '127.0.0.1');
    return { store: (leaseMs) => redisIdempotency(client, { leaseMs }), close: () => client.disconnect() };
  });
});

describe('redisIdempotency on redis', () => {
  promises(async () => {
    const client = await createClient({ url: `redis://127.0.0.1:${port}` }).connect();
    return { store: (leaseMs) => redisIdempotency(client, { leaseMs }), close: () => client.destroy() };
  });
});

describe('redisIdempotency on a function', () => {
  promises(async () => {
    const client = new Redis(port, '127.0.0.1');
    const send = (command = '', ...parts: string[]) => client.call(command, ...parts);
    return { store: (leaseMs) => redisIdempotency(send, { leaseMs }), close: () => client.disconnect() };
  });
});

describe('keyvIdempotency on keyv', () => {
  promises(async () => {
    const keyv = new Keyv();
    return { store: (leaseMs) => keyvIdempotency(keyv, { leaseMs }), close: () => undefined };
  });
});

describe.each(['ioredis', 'redis'])('a process that is busy while %s has the answer', (client) => {
  test.each([0, 1, 2, 3, 4, 5])('does not run a handler again: after %i turns', async (turns) => {
    const redisClient = client === 'ioredis' ? new Redis(port, '127.0.0.1') : undefined;
    const nodeRedis = client === 'redis' ? await createClient({ url: `redis://127.0.0.1:${port}` }).connect() : undefined;
    const idempotency = redisIdempotency((redisClient ?? nodeRedis) as Redis);
    const handler = vi.fn(() => messagingResponse().message('once'));
    const onError = vi.fn();
    const answer = webhook(IncomingMessage, { authToken, idempotency, onError }, handler);
    const url = 'https://example.com/sms';
    const body = formOf(message);
    const headers = {
      'content-type': 'application/x-www-form-urlencoded',
      'x-twilio-signature': sign(url, body),
      'i-twilio-idempotency-token': `busy-${client}-${turns}`,
    };
    const request = () => new Request(url, { method: 'POST', headers, body });
    expect((await answer(request())).status).toBe(200);
    const retry = answer(request());
    for (let at = 0; at < turns; at += 1) await new Promise((resolve) => setImmediate(resolve));
    for (const until = Date.now() + 1200; Date.now() < until; );
    expect(await (await retry).text()).toContain('once');
    expect(handler).toHaveBeenCalledTimes(1);
    expect(onError).not.toHaveBeenCalled();
    redisClient?.disconnect();
    nodeRedis?.destroy();
  });
});

test('a claim is atomic: of a hundred at once one is new', async () => {
  const clients = Array.from({ length: 10 }, () => new Redis(port, '127.0.0.1'));
  const stores = clients.map((client) => redisIdempotency(client));
  const claims = await Promise.all(Array.from({ length: 100 }, (_, index) => stores[index % 10]?.claim('AC1:atomic')));
  expect(claims.filter((claim) => claim === 'new')).toHaveLength(1);
  expect(claims.filter((claim) => claim === 'busy')).toHaveLength(99);
  for (const client of clients) client.disconnect();
});

test('a claim that is sent again lasts as long as a new one', async () => {
  const client = new Redis(port, '127.0.0.1');
  const store = redisIdempotency(client, { prefix: 'again:', leaseMs: 60_000 });
  expect(await store.claim('a', 'mine')).toBe('new');
  await client.pexpire('again:a', 20_000);
  expect([await store.claim('a', 'mine'), await store.claim('a', 'of another')]).toEqual(['new', 'busy']);
  expect(await client.pttl('again:a')).toBeGreaterThan(30_000);
  client.disconnect();
});

describe.each(['ioredis', 'redis'])('two server processes with %s', (client) => {
  twoProcesses(client, () => ({
    url: `redis://127.0.0.1:${port}`,
    halt: () => redis.stop(),
    resume: async () => {
      redis = await startRedis();
    },
  }));
});
