import { afterEach, describe, expect, test, vi } from 'vitest';
import type { RingbackError, SignatureError } from '../../src/errors.js';
import { IncomingMessage } from '../../src/payloads/index.js';
import { type SharedKey, signatureHeaders } from '../../src/signature/index.js';
import { readWebhook, verifyUpgrade, type WebhookOptions, webhook } from '../../src/webhook/index.js';
import { accountSid, authToken, message, signed } from './requests.js';
import { fromNodeLike } from './shared-keys-adapters.js';

const url = 'https://example.com/sms';
const keys = { k1: 'first-secret', k2: 'second-secret' };
const one: SharedKey = { id: 'k1', secret: keys.k1, algorithm: 'HMAC_SHA256' };
const two: SharedKey = { id: 'k2', secret: keys.k2 };

/** A message that a shared key signs. */
function signedBy(sharedKey: SharedKey, more: Record<string, string> = {}): Request {
  const body = new URLSearchParams(message).toString();
  const headers = { 'content-type': 'application/x-www-form-urlencoded', ...signatureHeaders({ url, body }, { sharedKey }), ...more };
  return new Request(url, { method: 'POST', headers, body });
}

interface Answer {
  readonly status: number;
  readonly rejected: readonly RingbackError[];
  readonly errors: readonly unknown[];
}

async function answer(request: Request, options: WebhookOptions<null>): Promise<Answer> {
  const rejected: RingbackError[] = [];
  const errors: unknown[] = [];
  const hear = { onRejected: (error: RingbackError) => void rejected.push(error), onError: (error: unknown) => void errors.push(error) };
  const { status } = await webhook(IncomingMessage, { ...hear, ...options }, () => null)(request);
  return { status, rejected, errors };
}

afterEach(() => {
  vi.unstubAllEnvs();
});

describe('sharedKeys of a webhook', () => {
  test('may be several at once, beside the auth token', async () => {
    for (const request of [signedBy(one), signedBy(two), signed(url, message)]) {
      expect((await answer(request, { authToken, sharedKeys: keys })).status).toBe(200);
    }
  });

  test('may be a function that takes its time, and gets the key and the account', async () => {
    const sharedKeys = vi.fn(async (id: string) => keys[id as 'k1']);
    expect((await answer(signedBy(one), { sharedKeys })).status).toBe(200);
    expect(sharedKeys.mock.calls).toEqual([['k1', accountSid]]);
  });

  test('are asked for what names a key, and the token for what names none', async () => {
    const lookUps = { authToken: vi.fn(() => authToken), sharedKeys: vi.fn((id: string) => keys[id as 'k1']) };
    await answer(signedBy(one), lookUps);
    expect([lookUps.authToken.mock.calls.length, lookUps.sharedKeys.mock.calls.length]).toEqual([0, 1]);
    await answer(signed(url, message), lookUps);
    expect([lookUps.authToken.mock.calls.length, lookUps.sharedKeys.mock.calls.length]).toEqual([1, 1]);
  });

  test('need no auth token', async () => {
    vi.stubEnv('TWILIO_AUTH_TOKEN', '');
    expect((await answer(signedBy(one), { sharedKeys: keys })).status).toBe(200);
    const { status, rejected } = await answer(signed(url, message), { sharedKeys: keys });
    expect([status, rejected[0]?.code]).toEqual([403, 'SIGNATURE_KEY_UNKNOWN']);
    expect((rejected[0] as SignatureError).explanation.suggestion).toContain('Give authToken');
  });

  test('take the token of the environment where it is set', async () => {
    vi.stubEnv('TWILIO_AUTH_TOKEN', authToken);
    expect((await answer(signed(url, message), { sharedKeys: keys })).status).toBe(200);
  });

  test.each<readonly [string, Request, WebhookOptions<null>]>([
    ['a key that nobody gave', signedBy(one), { authToken }],
    ['a key that the function does not know', signedBy(one), { authToken, sharedKeys: async () => undefined }],
    ['the auth token in the name of a key', signedBy({ id: 'k9', secret: authToken }), { authToken, sharedKeys: keys }],
    ['another algorithm', signedBy(one, { 'x-twilio-webhooks-signature-settings': 'key=k1,algorithm=HMAC_MD5' }), { sharedKeys: keys }],
  ])('refuse %s', async (_, request, options) => {
    const { status, rejected, errors } = await answer(request, options);
    expect([status, rejected[0]?.code, errors]).toEqual([403, 'SIGNATURE_KEY_UNKNOWN', []]);
    expect((rejected[0] as SignatureError).explanation.cause).toBe('shared-key');
  });

  test('refuse the other secret', async () => {
    const { rejected } = await answer(signedBy({ ...one, secret: keys.k2 }), { sharedKeys: async () => keys.k1 });
    expect(rejected[0]?.code).toBe('SIGNATURE_MISMATCH');
  });

  test('are a mistake of the program where they can never work', async () => {
    for (const sharedKeys of [{ k1: '' }, { k1: 7 }, [], 'k1:secret']) {
      expect(() => webhook(IncomingMessage, { authToken, sharedKeys: sharedKeys as never }, () => null)).toThrow(TypeError);
    }
    vi.stubEnv('TWILIO_AUTH_TOKEN', '');
    for (const options of [{ sharedKeys: {} }, { sharedKeys: async () => '' }] as WebhookOptions<null>[]) {
      const { status, errors } = await answer(signedBy(one), options);
      expect([status, errors]).toEqual([500, [expect.any(TypeError)]]);
    }
  });

  test('no header makes a look-up throw', async () => {
    const secrets: Record<string, string> = keys;
    for (const id of ['__proto__', 'constructor', 'toString']) {
      const { status, errors } = await answer(signedBy({ id, secret: 'x' }), { sharedKeys: (key) => secrets[key] });
      expect([status, errors]).toEqual([403, []]);
    }
  });

  test('are asked once, and not where the request names several accounts', async () => {
    const sharedKeys = vi.fn(() => keys.k1);
    const body = `AccountSid=${accountSid}&AccountSid=AC${'f'.repeat(32)}`;
    const request = new Request(url, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...signatureHeaders({ url, body }, { sharedKey: one }) },
    });
    const { status, rejected } = await answer(request, { sharedKeys });
    expect([status, rejected[0]?.code, sharedKeys.mock.calls.length]).toEqual([403, 'ACCOUNT_UNKNOWN', 0]);
  });

  test('verify upgrades, and what is read without a handler', async () => {
    const sharedKeys = async (id: string) => keys[id as 'k1'];
    const socket = new Request('https://example.com/media', {
      headers: signatureHeaders({ url: 'wss://example.com/media' }, { sharedKey: one }),
    });
    expect((await verifyUpgrade(socket, { sharedKeys })).url).toBe('wss://example.com/media');
    await expect(verifyUpgrade(socket, { authToken })).rejects.toMatchObject({ code: 'SIGNATURE_KEY_UNKNOWN' });
    expect(await readWebhook(signedBy(two), { sharedKeys })).toMatchObject({ accountSid, kind: 'messaging.incoming' });
  });

  test('verify in every adapter', async () => {
    for (const send of fromNodeLike({ sharedKeys: keys })) {
      expect(await send(signedBy(one))).toBe(200);
      expect(await send(signedBy({ ...two, secret: 'wrong' }))).toBe(403);
      expect(await send(signedBy(two))).toBe(200);
    }
  });
});

describe('what a refusal says of the options', () => {
  const forged = (at: string, signedUrl: string) => {
    const body = new URLSearchParams(message).toString();
    return new Request(at, {
      method: 'POST',
      body,
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        ...signatureHeaders({ url: signedUrl, body }, { authToken }),
        host: new URL(at).host,
      },
    });
  };
  const suggestionOf = async (request: Request, options: WebhookOptions<null>) => {
    const { rejected } = await answer(request, { authToken, ...options });
    const { cause, message, suggestion } = (rejected[0] as SignatureError).explanation;
    return { cause, message, suggestion };
  };

  test('tells what publicUrl is, and not to set it', async () => {
    const { cause, suggestion } = await suggestionOf(forged('http://10.0.0.1/sms', 'http://example.com/sms'), {
      publicUrl: 'https://example.com',
    });
    expect(cause).toBe('wrong-scheme');
    expect(suggestion).toMatch(/^publicUrl is "https:\/\/example\.com"\. This request was signed for "http:\/\/example\.com\/sms"\./);
    expect(suggestion).not.toMatch(/TLS ends|trustForwarded/);
  });

  test('tells that a tool signed the local URL', async () => {
    const { suggestion } = await suggestionOf(forged('http://localhost:3000/sms', 'http://localhost:3000/sms'), {
      publicUrl: 'https://example.com',
    });
    expect(suggestion).toMatch(/a tool sent it and not Twilio.*ringback send --as "https:\/\/example\.com"/);
  });

  test('tells of the function where the path is hidden', async () => {
    const hidden = forged('http://10.0.0.1/', 'https://x.cloudfunctions.example/inboundSMS');
    const slash = await suggestionOf(hidden.clone(), { publicUrl: 'https://x.cloudfunctions.example/inboundSMS' });
    expect(slash).toMatchObject({ cause: 'trailing-slash', suggestion: expect.stringContaining('publicUrl as a function') });
    const bare = await suggestionOf(hidden.clone(), { publicUrl: 'https://x.cloudfunctions.example' });
    expect(bare).toMatchObject({
      cause: 'unknown',
      suggestion: expect.stringMatching(/^publicUrl is .*Compare the URL.*publicUrl as a function/),
    });
    expect((await answer(hidden.clone(), { authToken, publicUrl: () => 'https://x.cloudfunctions.example/inboundSMS' })).status).toBe(200);
  });

  test('blames the token where accountSid says that the account is another', async () => {
    const request = () => signed(url, message, { token: 'f'.repeat(32) });
    const other = `AC${'f'.repeat(32)}`;
    expect(await suggestionOf(request(), { accountSid: other })).toMatchObject({
      cause: 'wrong-token',
      message: expect.stringContaining(accountSid),
    });
    expect(await suggestionOf(request(), { accountSid: [other, accountSid] })).toMatchObject({
      cause: 'unknown',
      message: expect.stringContaining('accountSid expects'),
    });
  });

  test('is said once on the console', async () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    vi.useFakeTimers({ now: Date.now() + 60_000 });
    try {
      await webhook(
        IncomingMessage,
        { authToken },
        () => null,
      )(new Request(url, { method: 'POST', body: 'A=1', headers: { 'content-type': 'application/x-www-form-urlencoded' } }));
      expect(String(warn.mock.calls[0]).match(/no X-Twilio-Signature header/g)).toHaveLength(1);
      expect(String(warn.mock.calls[0])).toContain('https://ringback.dev/signature#signature-missing');
    } finally {
      vi.useRealTimers();
      warn.mockRestore();
    }
  });
});
