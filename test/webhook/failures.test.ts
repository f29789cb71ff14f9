// What a signed request gets when it cannot be answered as it should, and what an unsigned one never gets.
import { describe, expect, test, vi } from 'vitest';
import { samples } from '../../src/fixtures/samples/index.js';
import {
  type CallStatusCallback,
  IncomingCall,
  IncomingMessage,
  schemaFor,
  type WebhookKind,
  webhookKinds,
} from '../../src/payloads/index.js';
import { messagingResponse, voiceResponse } from '../../src/twiml/index.js';
import { type WebhookOptions, webhook, webhookRouter } from '../../src/webhook/index.js';
import { suspectKind } from '../../src/webhook/mix-up.js';
import { authToken, call, callStatus, message, signed } from './requests.js';

const url = 'https://example.com/sms';
const isWebhookKind = (kind: string): kind is WebhookKind => (webhookKinds as readonly string[]).includes(kind);
const sorry = () => messagingResponse().message('Sorry.');
const hang = () => new Promise<null>(() => undefined);

describe('fallback', () => {
  const answer = async (
    options: WebhookOptions<ReturnType<typeof sorry>>,
    handler: () => null | Promise<null>,
    request = signed(url, message),
  ) => {
    const all = { authToken, onRejected: () => undefined, onError: () => undefined, fallback: sorry, ...options };
    const response = await webhook(IncomingMessage, all, handler)(request);
    return [response.status, (await response.text()).replace(/^<\?xml.*?\?>/, '')];
  };
  const audible = [200, '<Response><Message>Sorry.</Message></Response>'];

  test('answers when the handler throws, takes too long, or cannot read its payload', async () => {
    const throwing = () => {
      throw new Error('no');
    };
    expect(await answer({}, throwing)).toEqual(audible);
    expect(await answer({ deadlineMs: 10 }, hang)).toEqual(audible);
    expect(await answer({}, () => null, signed(url, { Body: 'Hello' }))).toEqual(audible);
  });

  test('answers what no handler of a router is for', async () => {
    const options = { authToken, onRejected: () => undefined, fallback: () => voiceResponse().say('Wrong number.') };
    const router = webhookRouter(options).on(IncomingMessage, () => null);
    expect(await (await router.fetch(signed(url, call))).text()).toContain('<Say>Wrong number.</Say>');
  });

  test('gets the reason and the context', async () => {
    const fallback = vi.fn(sorry);
    await answer({ fallback }, () => null, signed(url, { Body: 'Hello' }));
    expect(fallback).toHaveBeenCalledWith(
      expect.objectContaining({ code: 'PAYLOAD_INVALID' }),
      expect.objectContaining({ parameters: { Body: 'Hello' } }),
    );
  });

  test('is never sent to a request whose signature or account is not right', async () => {
    const other = { accountSid: `AC${'9'.repeat(32)}` };
    expect(await answer({}, () => null, signed(url, message, { token: 'f'.repeat(32) }))).toEqual([403, '']);
    expect(await answer({}, () => null, new Request(url, { method: 'POST', body: new URLSearchParams(message) }))).toEqual([403, '']);
    expect(await answer(other, () => null)).toEqual([403, '']);
  });

  test('leaves the first word to onError and onDeadline', async () => {
    const throwing = () => {
      throw new Error('no');
    };
    const own = () => messagingResponse().message('Own.');
    expect((await answer({ onError: own }, throwing))[1]).toContain('Own.');
    expect((await answer({ onDeadline: own, deadlineMs: 10 }, hang))[1]).toContain('Own.');
  });

  test('may itself fail, hang, or have nothing to say', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const failing = () => {
      throw new Error('the fallback too');
    };
    expect(await answer({ fallback: failing, deadlineMs: 10 }, hang)).toEqual([503, '']);
    expect(log).toHaveBeenCalledTimes(1);
    expect(await answer({ fallback: hang as never, deadlineMs: 10 }, hang)).toEqual([503, '']);
    expect(await answer({ fallback: () => undefined, deadlineMs: 10 }, hang)).toEqual([503, '']);
    log.mockRestore();
  });
});

describe('onError that hangs', () => {
  test('does not keep Twilio waiting beyond its own limit', async () => {
    const failing = () => {
      throw new Error('no');
    };
    const options = { authToken, deadlineMs: 50, onError: hang };
    expect((await webhook(IncomingMessage, options, failing)(signed(url, message))).status).toBe(500);
  });
});

describe('rejectionStatus', () => {
  const status = async (rejectionStatus: () => number | undefined) =>
    (
      await webhook(
        IncomingMessage,
        { authToken, onRejected: () => undefined, rejectionStatus },
        () => null,
      )(signed(url, message, { token: 'f'.repeat(32) }))
    ).status;

  test('chooses the status of a refusal', async () => {
    expect(await status(() => 401)).toBe(401);
    expect(await status(() => undefined)).toBe(403);
  });

  test('can make no answer of a refusal', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    for (const odd of [200, 302, 600, Number.NaN]) expect(await status(() => odd)).toBe(403);
    expect(log).toHaveBeenCalledTimes(4);
    log.mockRestore();
  });
});

describe('a payload that came to the wrong URL', () => {
  const heard = async (
    schema: typeof IncomingCall | typeof IncomingMessage | typeof CallStatusCallback,
    parameters: Record<string, string>,
  ) => {
    const onRejected = vi.fn();
    const { status } = await webhook(schema as typeof IncomingMessage, { authToken, onRejected }, () => null)(signed(url, parameters));
    return [status, ...onRejected.mock.calls.map(([{ code, message }]) => `${code} ${message}`)];
  };

  test('is answered where it fits, and onRejected hears what it looks like', async () => {
    expect(await heard(IncomingCall, callStatus)).toEqual([
      200,
      expect.stringMatching(/^PAYLOAD_OTHER_KIND .*voice\.status\.\w+.*status callback\?$/),
    ]);
  });

  test('is named where it does not fit', async () => {
    expect(await heard(IncomingCall, message)).toEqual([
      400,
      expect.stringMatching(
        /^PAYLOAD_INVALID .*undefined\. It looks like messaging\.incoming: is the number's messaging URL set to this route\?$/,
      ),
    ]);
  });

  test('is nothing to hear of for any sample of any kind', () => {
    for (const { kind, body } of samples)
      if (isWebhookKind(kind)) expect([kind, suspectKind(schemaFor(kind), body)]).toEqual([kind, undefined]);
  });

  test('is nothing to hear of where it is right', async () => {
    expect(await heard(IncomingCall, call)).toEqual([200]);
    expect(await heard(IncomingMessage, message)).toEqual([200]);
    expect(await heard(IncomingMessage, { ...message, From: 'whatsapp:+14155550100', WaId: '14155550100' })).toEqual([200]);
  });
});
