// What every store promises, and is tested for.
import type { IdempotencyStore } from 'ringback/webhook';
import { afterEach, beforeEach, expect, test } from 'vitest';

export const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

const reply = { status: 200, contentType: 'text/xml', body: '<Response/>' };

/** What every store promises, alone. */
export function promises(connect: () => Promise<{ store: (leaseMs?: number) => IdempotencyStore; close: () => unknown }>) {
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
    const [store, a] = [connection.store(500), key()];
    expect(await store.claim(a, 'first')).toBe('new');
    for (let at = 0; at < 4; at += 1) {
      await pause(200);
      await store.renew?.(a, 'first');
      await store.renew?.(a, 'second');
      expect(await store.claim(a, 'second')).toBe('busy');
    }
    await pause(700);
    expect(await store.claim(a, 'second')).toBe('new');
    await store.settle(a, reply, 'first');
    await store.settle(a, undefined, 'first');
    expect(await store.claim(a, 'third')).toBe('busy');
    await store.settle(a, reply, 'second');
    expect(await store.claim(a, 'third')).toEqual(reply);
  });

  test('knows a claim that is asked for again, and makes it last as long as a new one', async () => {
    const [store, a, b] = [connection.store(1500), key(), key()];
    expect([await store.claim(a, 'first'), await store.claim(a, 'second')]).toEqual(['new', 'busy']);
    await pause(900);
    expect(await store.claim(a, 'first')).toBe('new');
    await pause(900);
    expect(await store.claim(a, 'second')).toBe('busy');
    await store.settle(a, reply, 'first');
    expect(await store.claim(a, 'first')).toEqual(reply);
    expect([await store.claim(b), await store.claim(b)]).toEqual(['new', 'busy']);
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
