import { describe, expect, it, vi } from 'vitest';
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
  it('runs its handler once for all retries that come at once, and gives them the reply later', async () => {
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

  it('runs it again after it threw, timed out, or answered that it is to be tried again', async () => {
    const handler = vi
      .fn<WebhookHandler<typeof IncomingMessage>>()
      .mockImplementationOnce(() => Promise.reject(new Error('no')))
      .mockImplementationOnce(() => new Response(null, { status: 503 }))
      .mockImplementationOnce(() => null);
    const once = endpoint(keyvIdempotency(new Map()), handler);
    expect([(await once(retry())).status, (await once(retry())).status, (await once(retry())).status]).toEqual([500, 503, 200]);
    expect(handler).toHaveBeenCalledTimes(3);
  });

  it('claims nothing without the header, and another key for another token', async () => {
    const claim = vi.fn(() => 'new' as const);
    const once = endpoint({ claim, settle: () => undefined }, () => null);
    await once(signed(url, message));
    expect(claim).not.toHaveBeenCalled();
    await once(retry('a'));
    await once(retry('b'));
    expect(claim.mock.calls).toEqual([[`${accountSid}:a`], [`${accountSid}:b`]]);
  });

  it('answers without a store that fails, and says so', async () => {
    const onError = vi.fn();
    const broken: IdempotencyStore = { claim: () => Promise.reject(new Error('claim')), settle: () => Promise.reject(new Error('settle')) };
    expect((await endpoint(broken, () => null, onError)(retry())).status).toBe(200);
    expect((await endpoint({ ...broken, claim: () => 'new' }, () => null, onError)(retry())).status).toBe(200);
    expect(onError.mock.calls.map(([error]) => error.message)).toEqual(['claim', 'settle']);
  });

  it('answers without a store that hangs, and gives a claim back that comes too late', async () => {
    const onError = vi.fn();
    const settle = vi.fn();
    let claimed: (claim: 'new') => void = () => undefined;
    const hanging: IdempotencyStore = { claim: () => new Promise((resolve) => (claimed = resolve)), settle };
    expect((await endpoint(hanging, () => null, onError)(retry())).status).toBe(200);
    expect(onError.mock.calls[0]?.[0].message).toContain('did not answer within');
    expect(settle).not.toHaveBeenCalled();
    claimed('new');
    await vi.waitFor(() => expect(settle).toHaveBeenCalledWith(`${accountSid}:a`, undefined));
  });

  it('does not take for a reply what is none', async () => {
    const onError = vi.fn();
    const odd = { claim: () => ({ text: 'x' }) as never, settle: () => undefined };
    expect((await endpoint(odd, () => null, onError)(retry())).status).toBe(200);
    expect(onError.mock.calls[0]?.[0]).toBeInstanceOf(TypeError);
  });
});

describe('keyvIdempotency', () => {
  const reply = { status: 200, contentType: 'text/xml', body: '<Response/>' };

  it('keeps a webhook busy until it is settled, and its reply after that', async () => {
    const store = keyvIdempotency(new Map());
    expect([await store.claim('a'), await store.claim('a'), await store.claim('b')]).toEqual(['new', 'busy', 'new']);
    await store.settle('a', reply);
    await store.settle('b', undefined);
    expect([await store.claim('a'), await store.claim('b')]).toEqual([reply, 'new']);
  });

  it('lets a retry in when the lease of a crashed process is over, and leaves its claim alone when the process was only slow', async () => {
    const keyv = new Map();
    const [slow, other] = [keyvIdempotency(keyv, { leaseMs: 20 }), keyvIdempotency(keyv)];
    expect(await slow.claim('a')).toBe('new');
    expect(await other.claim('a')).toBe('busy');
    await pause(30);
    expect(await other.claim('a')).toBe('new');
    await slow.settle('a', undefined);
    expect(await other.claim('a')).toBe('busy');
  });

  it('passes on how long things are kept, under its prefix', async () => {
    const set = vi.fn();
    const store = keyvIdempotency({ get: () => undefined, set, delete: () => true }, { leaseMs: 5, keepMs: 7, prefix: 'mine:' });
    await store.claim('a');
    await store.settle('a', reply);
    expect(set.mock.calls).toEqual([
      ['mine:a', expect.anything(), 5],
      ['mine:a', reply, 7],
    ]);
  });

  it.each([{ leaseMs: 0 }, { keepMs: -1 }, { leaseMs: 1.5 }])('refuses %j', (options) => {
    expect(() => keyvIdempotency(new Map(), options)).toThrow(TypeError);
    expect(() => redisIdempotency(async () => null, options)).toThrow(TypeError);
  });
});
