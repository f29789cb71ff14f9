import { describe, expect, test, vi } from 'vitest';
import { IncomingMessage } from '../../src/payloads/index.js';
import { messagingResponse } from '../../src/twiml/index.js';
import { type IdempotencyStore, keyvIdempotency, redisIdempotency, type WebhookHandler, webhook } from '../../src/webhook/index.js';
import { accountSid, authToken, message, signed } from './requests.js';

const url = 'https://example.com/sms';
const retry = (token = 'a') => signed(url, message, { headers: { 'i-twilio-idempotency-token': token } });
const endpoint = (
  idempotency: IdempotencyStore,
  handler: WebhookHandler<typeof IncomingMessage>,
  onError: (error: unknown) => void = () => undefined,
) => webhook(IncomingMessage, { authToken, onRejected: () => undefined, onError, idempotency }, handler);
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

describe('a webhook with a store', () => {
  test('runs its handler once for all retries that come at once, and gives them the reply later', async () => {
    const handler = vi.fn(async () => {
      await pause(20);
      return messagingResponse().message('once');
    });
    const once = endpoint(keyvIdempotency(new Map()), handler);
    const answers = await Promise.all(Array.from({ length: 10 }, () => once(retry())));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array(9).fill(503)]);
    expect(answers.find(({ status }) => status === 503)?.headers.get('retry-after')).toBe('1');
    const later = await once(retry());
    expect(await later.text()).toContain('once');
    expect(later.headers.get('content-type')).toBe('text/xml; charset=utf-8');
    expect(handler).toHaveBeenCalledTimes(1);
  });

  test('runs it again after it threw, timed out, or answered that it is to be tried again', async () => {
    const handler = vi
      .fn<WebhookHandler<typeof IncomingMessage>>()
      .mockImplementationOnce(() => Promise.reject(new Error('no')))
      .mockImplementationOnce(() => new Response(null, { status: 503 }))
      .mockImplementationOnce(() => null);
    const once = endpoint(keyvIdempotency(new Map()), handler);
    expect([(await once(retry())).status, (await once(retry())).status, (await once(retry())).status]).toEqual([500, 503, 200]);
    expect(handler).toHaveBeenCalledTimes(3);
  });

  test('claims nothing without the header, and another key for another token', async () => {
    const claim = vi.fn(() => 'new' as const);
    const once = endpoint({ claim, settle: () => undefined }, () => null);
    await once(signed(url, message));
    expect(claim).not.toHaveBeenCalled();
    await once(retry('a'));
    await once(retry('b'));
    expect(claim.mock.calls).toEqual([[`${accountSid}:a`], [`${accountSid}:b`]]);
  });

  test('answers without a store that fails, and says so', async () => {
    const onError = vi.fn();
    const broken: IdempotencyStore = { claim: () => Promise.reject(new Error('claim')), settle: () => Promise.reject(new Error('settle')) };
    expect((await endpoint(broken, () => null, onError)(retry())).status).toBe(200);
    expect((await endpoint({ ...broken, claim: () => 'new' }, () => null, onError)(retry())).status).toBe(200);
    expect(onError.mock.calls.map(([error]) => error.message)).toEqual(['claim', 'settle']);
  });

  test('answers without a store that hangs, and keeps its reply when the claim comes after all', async () => {
    const onError = vi.fn();
    const settle = vi.fn();
    let claimed: (claim: 'new') => void = () => undefined;
    const hanging: IdempotencyStore = { claim: () => new Promise((resolve) => (claimed = resolve)), settle };
    expect((await endpoint(hanging, () => messagingResponse(), onError)(retry())).status).toBe(200);
    expect(onError.mock.calls[0]?.[0].message).toContain('did not answer within');
    expect(settle).not.toHaveBeenCalled();
    claimed('new');
    await vi.waitFor(() => expect(settle).toHaveBeenCalledWith(`${accountSid}:a`, expect.objectContaining({ status: 200 })));
  });

  test('holds a claim that comes while its handler is at work without it', async () => {
    const map = new Map();
    const store = keyvIdempotency(map, { leaseMs: 60_000 });
    const late: IdempotencyStore = { ...store, claim: (...parts) => pause(1200).then(() => store.claim(...parts)) };
    const handler = vi.fn(async () => {
      await pause(1000);
      return messagingResponse().message('once');
    });
    const running = endpoint(late, handler)(retry());
    await vi.waitFor(() => expect(map.size).toBe(1), { timeout: 20_000 });
    expect((await endpoint(store, handler)(retry())).status).toBe(503);
    expect(await (await running).text()).toContain('once');
    expect(await (await endpoint(store, handler)(retry())).text()).toContain('once');
    expect(handler).toHaveBeenCalledTimes(1);
  });

  test('keeps the reply of a request that was answered without it, where it is back in time', async () => {
    const map = new Map();
    const store = keyvIdempotency(map, { leaseMs: 30 });
    const onError = vi.fn();
    let isAway = true;
    const claim: IdempotencyStore['claim'] = (...parts) => {
      if (isAway) throw new Error('away');
      return store.claim(...parts);
    };
    const settle: IdempotencyStore['settle'] = (...parts) => {
      if (isAway) throw new Error('away');
      return store.settle(...parts);
    };
    const handler = vi.fn(() => messagingResponse().message('once'));
    const once = endpoint({ ...store, claim, settle }, handler, onError);
    expect((await once(retry())).status).toBe(200);
    await pause(15);
    isAway = false;
    await vi.waitFor(() => expect([...map.values()]).toMatchObject([{ status: 200 }]), { timeout: 20_000 });
    expect(await (await once(retry())).text()).toContain('once');
    expect(handler).toHaveBeenCalledTimes(1);
    expect(onError).toHaveBeenCalledTimes(2);
  });

  test('offers its reply again where the first offer is never answered, as on a connection that broke', async () => {
    const store = keyvIdempotency(new Map(), { leaseMs: 300 });
    const settle = vi
      .fn<IdempotencyStore['settle']>(store.settle)
      .mockImplementationOnce(() => new Promise(() => undefined))
      .mockRejectedValueOnce(new Error('broken too'));
    const handler = vi.fn(() => messagingResponse().message('once'));
    const once = endpoint({ ...store, settle }, handler);
    expect((await once(retry())).status).toBe(200);
    await vi.waitFor(() => expect(settle).toHaveBeenCalledTimes(3), { timeout: 20_000 });
    expect(new Set(settle.mock.calls.map((parts) => JSON.stringify(parts))).size).toBe(1);
    expect(await (await once(retry())).text()).toContain('once');
    expect(handler).toHaveBeenCalledTimes(1);
  });

  test('leaves it at three offers while none of them is answered', async () => {
    const settle = vi.fn(() => new Promise<void>(() => undefined));
    const hanging: IdempotencyStore = { claim: () => 'new', settle, renew: () => undefined, leaseMs: 15 };
    // The answer waits for the store for a second.
    expect((await endpoint(hanging, () => null)(retry())).status).toBe(200);
    expect(settle).toHaveBeenCalledTimes(3);
  });

  test('does not take for a reply what is none', async () => {
    const onError = vi.fn();
    const odd = { claim: () => ({ text: 'x' }) as never, settle: () => undefined };
    expect((await endpoint(odd, () => null, onError)(retry())).status).toBe(200);
    expect(onError.mock.calls[0]?.[0]).toBeInstanceOf(TypeError);
  });
});

describe('a process that is busy', () => {
  /** Nothing else runs meanwhile, neither timers nor sockets. */
  const block = (milliseconds: number) => {
    const until = Date.now() + milliseconds;
    while (Date.now() < until);
  };

  test('does not take its own silence for that of the store', async () => {
    const handler = vi.fn(() => null);
    const onError = vi.fn();
    // Its answer is there at once, but comes through the event loop as from a socket.
    const store: IdempotencyStore = {
      claim: () => new Promise((resolve) => setImmediate(() => setImmediate(() => resolve({ status: 200, body: 'kept' })))),
      settle: () => undefined,
    };
    const answer = endpoint(store, handler, onError)(retry());
    await new Promise((resolve) => setImmediate(resolve));
    block(1200);
    expect(await (await answer).text()).toBe('kept');
    expect(handler).not.toHaveBeenCalled();
    expect(onError).not.toHaveBeenCalled();
  });
});

describe('whenStoreFails: refuse', () => {
  const refusing = (idempotency: IdempotencyStore, handler: () => null) =>
    webhook(IncomingMessage, { authToken, onError: () => undefined, idempotency, whenStoreFails: 'refuse' }, handler);

  test('answers 503 and runs nothing while the store does not answer', async () => {
    const handler = vi.fn(() => null);
    const failing: IdempotencyStore = { claim: () => Promise.reject(new Error('gone')), settle: () => undefined };
    const hanging: IdempotencyStore = { claim: () => new Promise(() => undefined), settle: () => undefined };
    for (const store of [failing, hanging]) {
      const { status, headers } = await refusing(store, handler)(retry());
      expect([status, headers.get('retry-after')]).toEqual([503, '1']);
    }
    expect(handler).not.toHaveBeenCalled();
  });

  test('gives a claim back that comes too late', async () => {
    const settle = vi.fn();
    let claimed: (claim: 'new') => void = () => undefined;
    const hanging: IdempotencyStore = { claim: () => new Promise((resolve) => (claimed = resolve)), settle };
    expect((await refusing(hanging, () => null)(retry())).status).toBe(503);
    claimed('new');
    await vi.waitFor(() => expect(settle).toHaveBeenCalledWith(`${accountSid}:a`, undefined));
  });

  test('runs what Twilio has given no token, and what the store claims', async () => {
    const handler = vi.fn(() => null);
    const once = refusing(keyvIdempotency(new Map()), handler);
    expect((await once(signed(url, message))).status).toBe(200);
    expect((await once(retry())).status).toBe(200);
    expect(handler).toHaveBeenCalledTimes(2);
  });

  test('is the one word beside run', () => {
    expect(() => webhook(IncomingMessage, { authToken, whenStoreFails: 'wait' as never }, () => null)).toThrow(TypeError);
  });
});

describe('a claim', () => {
  test('is renewed while its handler is at work, and not after', async () => {
    const keyv = new Map();
    let finish: () => void = () => undefined;
    const finished = new Promise<void>((resolve) => (finish = resolve));
    const handler = vi.fn(async () => {
      await finished;
      return messagingResponse().message('late');
    });
    const [first, second] = [0, 1].map(() => endpoint(keyvIdempotency(keyv, { leaseMs: 600 }), handler));
    const running = first?.(retry());
    await pause(1000);
    expect((await second?.(retry()))?.status).toBe(503);
    finish();
    expect(await (await running)?.text()).toContain('late');
    expect(await (await second?.(retry()))?.text()).toContain('late');
    expect(handler).toHaveBeenCalledTimes(1);
  });

  test('of a run that took too long settles nothing that another run of the same process has claimed', async () => {
    const store = keyvIdempotency(new Map(), { leaseMs: 20 });
    expect(await store.claim('a', 'first')).toBe('new');
    await pause(40);
    expect(await store.claim('a', 'second')).toBe('new');
    await store.renew?.('a', 'first');
    await store.settle('a', { status: 200, body: 'of the first' }, 'first');
    expect(await store.claim('a', 'third')).toBe('busy');
    await store.settle('a', { status: 200, body: 'of the second' }, 'second');
    expect(await store.claim('a', 'third')).toEqual({ status: 200, body: 'of the second' });
  });

  test('asks again where the process stood still until its claim had run out, and sends the reply of who claimed meanwhile', async () => {
    const handler = vi.fn(() => null);
    const answers = ['new', { status: 200, body: 'of another process' }] as const;
    const asked: (string | undefined)[] = [];
    const store: IdempotencyStore = {
      async claim(_, claim) {
        const answer = answers[asked.push(claim) - 1] ?? 'busy';
        await undefined;
        // What stops a process stops its timers, too.
        for (const end = performance.now() + 30; performance.now() < end; );
        return answer;
      },
      settle: () => undefined,
      renew: () => undefined,
      leaseMs: 20,
    };
    expect(await (await endpoint(store, handler)(retry())).text()).toBe('of another process');
    expect(handler).not.toHaveBeenCalled();
    expect(asked).toEqual([asked[0], asked[0]]);
  });

  test('has a webhook come again whose claims all ran out before they were heard of', async () => {
    const claim = vi.fn(() => {
      for (const end = performance.now() + 30; performance.now() < end; );
      return 'new' as const;
    });
    const store: IdempotencyStore = { claim, settle: () => undefined, renew: () => undefined, leaseMs: 20 };
    const answer = await endpoint(store, () => null)(retry());
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '1']);
    expect(claim).toHaveBeenCalledTimes(2);
  });

  test('tells once of a store that cannot renew', async () => {
    const onError = vi.fn();
    const renew = () => Promise.reject(new Error('renew'));
    const store: IdempotencyStore = { claim: () => 'new', settle: () => undefined, renew, leaseMs: 15 };
    expect((await endpoint(store, () => pause(60).then(() => null), onError)(retry())).status).toBe(200);
    expect(onError.mock.calls.map(([error]) => error.message)).toEqual(['renew']);
  });
});

describe('a reply that is kept', () => {
  const bytes = new Uint8Array([255, 0, 128, 200]);
  const withCookies = () => {
    const response = new Response('hello', { status: 201, headers: { 'cache-control': 'no-store', 'content-type': 'text/plain' } });
    response.headers.append('set-cookie', 'a=1; Path=/');
    response.headers.append('set-cookie', 'b=2');
    return response;
  };

  test.each([
    ['a redirection', () => Response.redirect('https://example.com/next', 302)],
    ['cookies', withCookies],
    ['bytes', () => new Response(bytes, { headers: { 'content-type': 'audio/basic' } })],
    ['nothing', () => new Response(null, { status: 204 })],
  ])('is the same for a retry: %s', async (_, reply) => {
    // JSON, as in Redis and most stores.
    const kept = new Map<string, string>();
    const json = {
      get: (key: string) => JSON.parse(kept.get(key) ?? 'null'),
      set: (key: string, value: unknown) => kept.set(key, JSON.stringify(value)),
      delete: (key: string) => kept.delete(key),
    };
    const once = endpoint(keyvIdempotency(json), reply as () => Response);
    const show = async (response: Response) => [response.status, [...response.headers], [...new Uint8Array(await response.arrayBuffer())]];
    const first = await show(await once(retry()));
    expect(first).toEqual(await show(reply()));
    expect(await show(await once(retry()))).toEqual(first);
  });

  test('may be one that was kept before there were headers', async () => {
    const old = { status: 200, contentType: 'text/xml', body: '<Response/>' };
    const response = await endpoint({ claim: () => old, settle: () => undefined }, () => null)(retry());
    expect([response.status, response.headers.get('content-type'), await response.text()]).toEqual([200, 'text/xml', '<Response/>']);
  });

  test('gives its key back when it does not end before the deadline', async () => {
    const endless = () => new Response(new ReadableStream({ pull: () => new Promise(() => undefined) }));
    const replies = [endless, () => new Response('done')];
    const idempotency = keyvIdempotency(new Map());
    const once = webhook(
      IncomingMessage,
      { authToken, onError: () => undefined, idempotency, deadlineMs: 50 },
      () => replies.shift()?.() ?? null,
    );
    expect((await once(retry())).status).toBe(503);
    expect(await (await once(retry())).text()).toBe('done');
  });
});

describe('redisIdempotency', () => {
  test.each([
    { renewed: 1, found: 'new' },
    { renewed: '1', found: 'new' },
    { renewed: 0, found: 'busy' },
  ])(
    'knows its own claim where a client has sent the command again, and has it only with a new lease: $renewed',
    async ({ renewed, found }) => {
      const kept = new Map<string, string>();
      const run = ([command = '', key = '', value = '']: readonly string[]) => {
        if (command === 'EVAL') return renewed;
        if (command === 'GET') return kept.get(key) ?? null;
        if (kept.has(key)) return null;
        kept.set(key, value);
        return 'OK';
      };
      const store = redisIdempotency(async (...command) => {
        run(command);
        return run(command);
      });
      expect([await store.claim('a', 'first'), await store.claim('a', 'second')]).toEqual([found, 'busy']);
      expect([await store.claim('b'), await store.claim('b')]).toEqual(['busy', 'busy']);
    },
  );
});

describe('keyvIdempotency', () => {
  const reply = { status: 200, contentType: 'text/xml', body: '<Response/>' };

  test('keeps a webhook busy until it is settled, and its reply after that', async () => {
    const store = keyvIdempotency(new Map());
    expect([await store.claim('a'), await store.claim('a'), await store.claim('b')]).toEqual(['new', 'busy', 'new']);
    await store.settle('a', reply);
    await store.settle('b', undefined);
    expect([await store.claim('a'), await store.claim('b')]).toEqual([reply, 'new']);
  });

  test('knows its own claim where it is asked for again, and makes it last as long as a new one', async () => {
    const kept: unknown[] = [];
    const keyv = new (class extends Map<string, unknown> {
      override set(key: string, lease: unknown) {
        kept.push(lease);
        return super.set(key, lease);
      }
    })();
    const store = keyvIdempotency(keyv);
    expect([await store.claim('a', 'first'), await store.claim('a', 'first'), await store.claim('a', 'second')]).toEqual([
      'new',
      'new',
      'busy',
    ]);
    expect(kept).toEqual([expect.objectContaining({ claim: 'first' }), expect.objectContaining({ claim: 'first' })]);
    await store.settle('a', reply, 'first');
    expect(await store.claim('a', 'first')).toEqual(reply);
    expect([await store.claim('b'), await store.claim('b')]).toEqual(['new', 'busy']);
  });

  test('lets a retry in when the lease of a crashed process is over, and leaves its claim alone when the process was only slow', async () => {
    const keyv = new Map();
    const [slow, other] = [keyvIdempotency(keyv, { leaseMs: 20 }), keyvIdempotency(keyv)];
    expect(await slow.claim('a')).toBe('new');
    expect(await other.claim('a')).toBe('busy');
    await pause(30);
    expect(await other.claim('a')).toBe('new');
    await slow.settle('a', undefined);
    expect(await other.claim('a')).toBe('busy');
  });

  test('passes on how long things are kept, under its prefix', async () => {
    const set = vi.fn();
    const store = keyvIdempotency({ get: () => undefined, set, delete: () => true }, { leaseMs: 5, keepMs: 7, prefix: 'mine:' });
    await store.claim('a');
    await store.settle('a', reply);
    expect(set.mock.calls).toEqual([
      ['mine:a', expect.anything(), 5],
      ['mine:a', reply, 7],
    ]);
  });

  test.each([{ leaseMs: 0 }, { keepMs: -1 }, { leaseMs: 1.5 }])('refuses %j', (options) => {
    expect(() => keyvIdempotency(new Map(), options)).toThrow(TypeError);
    expect(() => redisIdempotency(async () => null, options)).toThrow(TypeError);
  });
});
