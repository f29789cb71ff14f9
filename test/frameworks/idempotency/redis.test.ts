import { Redis } from 'ioredis';
import { Keyv } from 'keyv';
import { createClient } from 'redis';
import { messagingResponse } from 'ringback';
import { IncomingMessage } from 'ringback/payloads/messaging';
import { type IdempotencyStore, keyvIdempotency, redisIdempotency, webhook } from 'ringback/webhook';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { findPort, type Program, start } from '../support/processes.js';
import { authToken, call, formOf, message, post, sign } from '../support/requests.js';

const server = new URL('server.js', import.meta.url).pathname;
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
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

const reply = { status: 200, contentType: 'text/xml', body: '<Response/>' };

/** What every store promises, alone. */
function promises(connect: () => Promise<{ store: (leaseMs?: number) => IdempotencyStore; close: () => unknown }>) {
  let connection: Awaited<ReturnType<typeof connect>>;
  beforeEach(async () => {
    connection = await connect();
  });
  afterEach(() => connection.close());
  const key = () => `AC1:${Math.random()}`;

  test('keeps a webhook busy until it is settled, and its reply after that', async () => {
    const [first, second, a, b] = [connection.store(), connection.store(), key(), key()];
    expect([await first.claim(a), await second.claim(a), await first.claim(b)]).toEqual(['new', 'busy', 'new']);
    await first.settle(a, reply);
    await first.settle(b, undefined);
    expect([await second.claim(a), await second.claim(b)]).toEqual([reply, 'new']);
  });

  test('keeps replies of any text', async () => {
    const [store, a] = [connection.store(), key()];
    const odd = { status: 204, body: 'busy \u0000 “quotes” \ud83d\ude00 \r\n' };
    await store.claim(a);
    await store.settle(a, odd);
    expect(await store.claim(a)).toEqual(odd);
  });

  test('lets a retry in when a lease is over, and a slow process leaves the new claim alone', async () => {
    const [slow, other, a] = [connection.store(50), connection.store(), key()];
    expect([await slow.claim(a), await other.claim(a)]).toEqual(['new', 'busy']);
    await pause(80);
    expect(await other.claim(a)).toBe('new');
    await slow.settle(a, undefined);
    await slow.settle(a, reply);
    expect(await connection.store().claim(a)).toBe('busy');
    await other.settle(a, { ...reply, body: 'other' });
    expect(await slow.claim(a)).toEqual({ ...reply, body: 'other' });
  });

  test('makes a claim last for as long as it is renewed, and for its own run alone', async () => {
    const [store, a] = [connection.store(100), key()];
    expect(await store.claim(a, 'first')).toBe('new');
    for (let at = 0; at < 4; at += 1) {
      await pause(50);
      await store.renew?.(a, 'first');
      await store.renew?.(a, 'second');
      expect(await store.claim(a, 'second')).toBe('busy');
    }
    await pause(150);
    expect(await store.claim(a, 'second')).toBe('new');
    await store.settle(a, reply, 'first');
    await store.settle(a, undefined, 'first');
    expect(await store.claim(a, 'third')).toBe('busy');
    await store.settle(a, reply, 'second');
    expect(await store.claim(a, 'third')).toEqual(reply);
  });

  test('keeps headers and bytes', async () => {
    const [store, a] = [connection.store(), key()];
    const odd = {
      status: 302,
      headers: { location: 'https://example.com/', 'set-cookie': ['a=1', 'b=2'] },
      body: '/wCAyA==',
      isBase64: true,
    };
    await store.claim(a);
    await store.settle(a, odd);
    expect(await store.claim(a)).toEqual(odd);
  });

  test('keeps the reply of a slow process that nobody has stepped in for', async () => {
    const [slow, a] = [connection.store(20), key()];
    await slow.claim(a);
    await pause(50);
    await slow.settle(a, reply);
    expect(await connection.store().claim(a)).toEqual(reply);
  });
}

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

describe.each(['ioredis', 'redis'])('two server processes with %s', (client) => {
  const servers: Program[] = [];
  let origins: string[] = [];
  const startServer = async () => {
    const program = start(process.execPath, [server], {
      REDIS_PORT: String(port),
      CLIENT: client,
      LEASE_MS: '1500',
      AUTH_TOKEN: authToken,
    });
    servers.push(program);
    const [, at] = await program.waitFor(/^listening (\d+)$/);
    return `http://127.0.0.1:${at}`;
  };
  beforeAll(async () => {
    origins = await Promise.all([startServer(), startServer()]);
  });
  afterAll(() => Promise.all(servers.map((program) => program.stop())));
  const send = (which: number, body: string) =>
    post(`${origins[which]}/sms`, formOf({ ...message, Body: body }), { headers: { 'i-twilio-idempotency-token': `${client}-${body}` } });
  const runs = (body: string) => servers.flatMap(({ lines }) => lines).filter((line) => line === `run ${body}`).length;

  test('run the handler once for retries that come while it runs and after', async () => {
    const running = send(0, 'slow');
    await servers[0]?.waitFor(/^run slow$/);
    // Its lease would have ended by now, had nobody renewed it.
    await pause(2500);
    const retries = await Promise.all([1, 0, 1, 1].map((which) => send(which, 'slow')));
    await call(`${origins[0]}/release`, 'GET', {});
    const first = await running;
    expect(first.status).toBe(200);
    expect(retries.map(({ status }) => status)).toEqual([503, 503, 503, 503]);
    const again = await Promise.all([send(0, 'slow'), send(1, 'slow')]);
    expect(again.map(({ status, text }) => [status, text])).toEqual(Array(2).fill([200, first.text]));
    expect(again[0]?.headers.get('content-type')).toBe('text/xml; charset=utf-8');
    expect(runs('slow')).toBe(1);
  });

  test('run it again where it threw', async () => {
    expect([(await send(0, 'throw')).status, (await send(1, 'throw')).status]).toEqual([500, 500]);
    expect(runs('throw')).toBe(2);
  });

  test('answer without a Redis that goes away, say so, and use it again when it is back', async () => {
    expect((await send(0, 'before')).status).toBe(200);
    await redis.stop();
    try {
      expect((await send(0, 'during')).status).toBe(200);
      expect((await send(1, 'during')).status).toBe(200);
      expect(runs('during')).toBe(2);
      await servers[0]?.waitFor(/^error /);
    } finally {
      redis = await startRedis();
    }
    // Clients wait a little longer before each attempt to connect.
    await vi.waitFor(
      async () => {
        const body = `after ${Math.random()}`;
        expect([(await send(0, body)).status, (await send(1, body)).status, runs(body)]).toEqual([200, 200, 1]);
      },
      { timeout: 20_000, interval: 500 },
    );
  });

  // The last one: it leaves no process behind.
  test('run it again when a process has crashed with it, once its lease is over', async () => {
    await expect(send(0, 'crash')).rejects.toThrow();
    await expect(servers[0]?.waitFor(/never printed/)).rejects.toThrow('ended without printing');
    expect((await send(1, 'crash')).status).toBe(503);
    await pause(1600);
    await expect(send(1, 'crash')).rejects.toThrow();
    expect(runs('crash')).toBe(2);
  });
});
