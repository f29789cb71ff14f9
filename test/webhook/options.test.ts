import { afterEach, describe, expect, test, vi } from 'vitest';
import { IncomingMessage } from '../../src/payloads/index.js';
import { messagingResponse } from '../../src/twiml/index.js';
import { type WebhookOptions, webhook } from '../../src/webhook/index.js';
import { authToken, message, signed } from './requests.js';
import { Assignment } from './schemas.js';

const url = 'https://example.com/sms';
const quiet = { authToken, onRejected: () => undefined, onError: () => undefined };
const respond = (options: WebhookOptions<null>, request = signed(url, message)) =>
  webhook(IncomingMessage, { ...quiet, ...options }, () => null)(request);

afterEach(() => {
  vi.restoreAllMocks();
});

describe('options that can never work', () => {
  test.each([
    { authToken: ' ' },
    { authToken: 'undefined' },
    { publicUrl: '' },
    { publicUrl: 'example.com' },
    { publicUrl: 'https://example.com/sms?a=b' },
    { publicUrl: 'https://example.com\n' },
    { publicUrl: new URL('https://example.com') as never },
    { accountSid: '' },
    { accountSid: ['AC1', undefined as never] },
    { maxBodyBytes: -1 },
    { maxBodyBytes: Number.NaN },
    { deadlineMs: Number.NaN },
  ])('are refused at once: %j', (options) => {
    expect(() => webhook(IncomingMessage, options, () => null)).toThrow(TypeError);
  });
});

test('a schema that is not there, such as a name that nothing exports, is refused at once', () => {
  expect(() => webhook(undefined as never, () => null)).toThrow(
    new TypeError('webhook() takes a schema, options where you need some, and a handler'),
  );
  expect(() => webhook(undefined as never, {}, () => null)).toThrow(/takes a schema/);
});

describe('publicUrl', () => {
  test('may be a function, whose error is the program’s and no refusal', async () => {
    const onError = vi.fn();
    const onRejected = vi.fn();
    const failing = () => {
      throw new Error('no such tenant');
    };
    expect((await respond({ publicUrl: failing, onError, onRejected })).status).toBe(500);
    expect((await respond({ publicUrl: (async () => url) as never, onError, onRejected })).status).toBe(500);
    expect(onError.mock.calls.map(([error]) => error.message)).toEqual(['no such tenant', expect.stringContaining('as text, and at once')]);
    expect(onRejected).not.toHaveBeenCalled();
  });
});

describe('forwarding headers that hold something else', () => {
  const inner = (headers: Record<string, string>) => {
    const request = signed('https://example.com/sms', message);
    return new Request('https://example.com/sms', {
      method: 'POST',
      headers: { ...Object.fromEntries(request.headers), ...headers },
      body: request.body,
      duplex: 'half',
    } as RequestInit);
  };

  test.each([
    { 'x-forwarded-host': 'example.com/voice?' },
    { 'x-forwarded-host': 'user@evil.example#' },
    { 'x-forwarded-proto': 'javascript' },
    { 'x-forwarded-host': ',' },
    { 'x-forwarded-host': 'a'.repeat(5000).concat(':x') },
  ])('count as absent: %j', async (headers) => {
    expect((await respond({ trustForwarded: true }, inner(headers))).status).toBe(200);
  });

  test('may name a port or an IPv6 address', async () => {
    expect((await respond({ trustForwarded: true }, inner({ 'x-forwarded-host': 'example.com:443' }))).status).toBe(200);
    expect((await respond({ trustForwarded: true }, inner({ 'x-forwarded-host': '[::1]:8443' }))).status).toBe(403);
  });
});

describe('listeners that fail themselves', () => {
  test('change nothing of the answer, and are logged', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const throwing = () => {
      throw new Error('listener');
    };
    const rejecting = async () => throwing();
    const bad = () => signed(url, message, { token: 'f'.repeat(32) });
    expect((await respond({ onRejected: throwing }, bad())).status).toBe(403);
    expect((await respond({ onRejected: rejecting }, bad())).status).toBe(403);
    const failing = (onError: WebhookOptions<null>['onError']) =>
      webhook(IncomingMessage, { ...quiet, onError }, throwing)(signed(url, message));
    expect((await failing(throwing)).status).toBe(500);
    expect((await failing(rejecting)).status).toBe(500);
    await vi.waitFor(() => expect(log).toHaveBeenCalledTimes(4));
  });

  test('do so after the deadline too, without ending the process', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const onError = () => {
      throw new Error('listener');
    };
    const late = webhook(IncomingMessage, { ...quiet, onError, deadlineMs: 5 }, async () => {
      await new Promise((resolve) => setTimeout(resolve, 20));
      throw new Error('late');
    });
    expect((await late(signed(url, message))).status).toBe(503);
    await vi.waitFor(() => expect(log).toHaveBeenCalledTimes(2));
  });

  test('hear of a refusal on the console where there is none, with no word of a payload’s values', async () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    await webhook(IncomingMessage, { authToken }, () => null)(signed(url, message, { token: 'f'.repeat(32) }));
    expect(warn).toHaveBeenCalledTimes(1);
    expect(String(warn.mock.calls[0])).toMatch(/403, SIGNATURE_MISMATCH/);
    expect(String(warn.mock.calls[0])).not.toContain('Hello');
  });
});

describe('the deadline', () => {
  test('is that of the kind, a second under what Twilio waits for it', async () => {
    vi.useFakeTimers();
    try {
      const hang = () => new Promise<null>(() => undefined);
      const settled = vi.fn();
      const answers = [
        webhook(Assignment, quiet, hang)(signed(url, { TaskSid: 'WT1' })),
        webhook(IncomingMessage, quiet, hang)(signed(url, message)),
      ];
      for (const answer of answers) answer.then(({ status }) => settled(answers.indexOf(answer), status));
      await vi.advanceTimersByTimeAsync(3999);
      expect(settled).not.toHaveBeenCalled();
      await vi.advanceTimersByTimeAsync(1);
      expect(settled.mock.calls).toEqual([[0, 503]]);
      await vi.advanceTimersByTimeAsync(9999);
      expect(settled).toHaveBeenCalledTimes(1);
      await vi.advanceTimersByTimeAsync(1);
      expect(settled.mock.calls[1]).toEqual([1, 503]);
    } finally {
      vi.useRealTimers();
    }
  });

  test('may be none', async () => {
    expect((await respond({ deadlineMs: Number.POSITIVE_INFINITY })).status).toBe(200);
    expect((await respond({ deadlineMs: 2 ** 40 })).status).toBe(200);
  });

  test('is not waited for again when onDeadline hangs', async () => {
    const onError = vi.fn();
    const hang = () => new Promise<null>(() => undefined);
    const response = await webhook(IncomingMessage, { ...quiet, onError, deadlineMs: 5, onDeadline: hang }, hang)(signed(url, message));
    expect(response.status).toBe(503);
    expect(onError).toHaveBeenCalledWith(expect.objectContaining({ code: 'HANDLER_TIMEOUT' }), expect.anything());
  });

  test('hands what onDeadline throws to onError', async () => {
    const onError = vi.fn(() => messagingResponse().message('Sorry.'));
    const onDeadline = async () => {
      throw new Error('no fallback');
    };
    const hang = () => new Promise<null>(() => undefined);
    const response = await webhook(IncomingMessage, { ...quiet, onError, deadlineMs: 5, onDeadline }, hang)(signed(url, message));
    expect(await response.text()).toContain('Sorry.');
    expect(onError).toHaveBeenCalledWith(expect.objectContaining({ message: 'no fallback' }), expect.anything());
  });
});

describe('a body', () => {
  test('that breaks off is a refusal and no error of the program', async () => {
    const onRejected = vi.fn();
    const onError = vi.fn();
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(new Uint8Array(10)),
      pull: (controller) => controller.error(new Error('reset')),
    });
    const headers = { 'x-twilio-signature': `${'A'.repeat(27)}=` };
    const request = new Request(url, { method: 'POST', headers, body, duplex: 'half' } as RequestInit);
    expect((await respond({ onRejected, onError }, request)).status).toBe(400);
    expect(onRejected.mock.calls[0]?.[0]).toMatchObject({ code: 'REQUEST_MALFORMED' });
    expect(onError).not.toHaveBeenCalled();
  });

  test('that somebody else is reading is a refusal at once', async () => {
    const onRejected = vi.fn();
    const request = signed(url, message);
    request.body?.getReader();
    expect((await respond({ onRejected }, request)).status).toBe(500);
    expect(onRejected.mock.calls[0]?.[0]).toMatchObject({ code: 'REQUEST_BODY_CONSUMED' });
  });
});
