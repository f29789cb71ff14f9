import { inspect } from 'node:util';
import { describe, expect, test, vi } from 'vitest';
import type { RingbackError } from '../../src/errors.js';
import { CallStatusCallback, IncomingCall, IncomingMessage } from '../../src/payloads/index.js';
import { bodySha256, signRequest } from '../../src/signature/index.js';
import { messagingResponse, voiceResponse } from '../../src/twiml/index.js';
import { type WebhookContext, webhook } from '../../src/webhook/index.js';
import { accountSid, authToken, call, callStatus, message, signed } from './requests.js';

const url = 'https://example.com/sms';
const quiet = { authToken, onRejected: () => undefined, onError: () => undefined };
const echo = webhook(IncomingMessage, quiet, ({ Body }) => messagingResponse().message(`You said ${Body}`));

describe('a webhook that wants TwiML', () => {
  test('is answered when it comes by PUT, as senders of WhatsApp may be set to send', async () => {
    const handler = webhook(IncomingMessage, { authToken }, () => null);
    const whatsApp = { ...message, From: 'whatsapp:+14155550100', To: 'whatsapp:+12015550123', WaId: '14155550100' };
    expect((await handler(signed(url, whatsApp, { method: 'PUT' }))).status).toBe(200);
  });

  test('answers the document that the handler returned', async () => {
    const response = await echo(signed(url, message));
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/xml; charset=utf-8');
    expect(await response.text()).toBe('<?xml version="1.0" encoding="UTF-8"?><Response><Message>You said Hello</Message></Response>');
  });

  test.each([null, undefined])('answers the empty document when the handler returned %s', async (reply) => {
    const response = await webhook(IncomingMessage, quiet, () => reply as null)(signed(url, message));
    expect(await response.text()).toBe('<?xml version="1.0" encoding="UTF-8"?><Response/>');
  });

  test('never breaks on what XML cannot carry', async () => {
    const response = await echo(signed(url, { ...message, Body: '\u0000\u001b<&]]>\ufffe' }));
    expect(await response.text()).toContain('<Message>You said \ufffd\ufffd&lt;&amp;]]&gt;\ufffd</Message>');
  });

  test('passes a Response on as it is', async () => {
    const response = await webhook(IncomingMessage, quiet, () => new Response('later', { status: 429 }))(signed(url, message));
    expect([response.status, await response.text()]).toEqual([429, 'later']);
  });

  test('does not send a document of another family', async () => {
    const onError = vi.fn();
    const wrong = voiceResponse() as unknown as ReturnType<typeof messagingResponse>;
    const response = await webhook(IncomingMessage, { ...quiet, onError }, () => wrong)(signed(url, message));
    expect([response.status, await response.text()]).toEqual([500, '']);
    expect(String(onError.mock.calls[0]?.[0])).toContain('expects messaging-twiml, but the handler returned a voice document');
  });
});

describe('a handler that returns what cannot be sent', () => {
  class MessagingResponse {}

  test.each([
    ['a string', 'Hello'],
    ['a number', 1],
    ['an object', { body: 'Hello' }],
    ['an instance of MessagingResponse', new MessagingResponse()],
  ])('hears what to return in place of %s', async (what, returned) => {
    const onError = vi.fn();
    await webhook(IncomingMessage, { ...quiet, onError }, () => returned as never)(signed(url, message));
    expect(String(onError.mock.calls[0]?.[0])).toBe(
      `TypeError: "${IncomingMessage.title}" expects messaging-twiml, but the handler returned ${what}. Return messagingResponse(), or null for ` +
        'an empty document; one that was written otherwise goes into a Response, with its content type',
    );
  });
});

describe('a webhook that is only told', () => {
  test('is answered by 204', async () => {
    const seen: unknown[] = [];
    const handler = webhook(CallStatusCallback, quiet, ({ CallDuration }) => void seen.push(CallDuration));
    expect((await handler(signed(url, callStatus))).status).toBe(204);
    expect(seen).toEqual([10]);
  });
});

describe('the context', () => {
  test('has the URL, its query, the parameters as they came, the kind, the account and what the platform passed', async () => {
    let context: WebhookContext | undefined;
    const handler = webhook(IncomingMessage, quiet, (_, given) => {
      context = given;
      return null;
    });
    await handler(signed(`${url}?level=2`, message, { headers: { 'i-twilio-idempotency-token': 'token-1' } }), { KV: 1 }, 'more');
    expect(context).toMatchObject({
      url: `${url}?level=2`,
      parameters: message,
      kind: 'messaging.incoming',
      accountSid,
      idempotencyToken: 'token-1',
    });
    expect(context?.query.get('level')).toBe('2');
    expect(context?.platform).toEqual([{ KV: 1 }, 'more']);
    expect(context?.request.headers.get('i-twilio-idempotency-token')).toBe('token-1');
    expect(context?.signal.aborted).toBe(false);
  });

  test('keeps the query out of the payload of a POST', async () => {
    const handler = webhook(IncomingMessage, quiet, ({ Body }) => messagingResponse().message(Body));
    expect(await (await handler(signed(`${url}?Body=forged`, message))).text()).toContain('<Message>Hello</Message>');
  });

  test('reads the payload of a GET from the query', async () => {
    const target = `https://example.com/voice?${new URLSearchParams(call)}`;
    const headers = { 'x-twilio-signature': signRequest({ url: target, method: 'GET' }, { authToken }) };
    const response = await webhook(IncomingCall, quiet, ({ From }) => voiceResponse().say(From))(new Request(target, { headers }));
    expect(await response.text()).toContain('<Say>+14155550100</Say>');
  });
});

/** What has to be there for a body to be read. */
const wellFormed = { 'x-twilio-signature': `${'A'.repeat(27)}=` };

describe('a request that is refused', () => {
  const refused = async (request: Request, options: Parameters<typeof webhook>[1] = quiet) => {
    const errors: RingbackError[] = [];
    const handler = vi.fn(() => null);
    const answer = await webhook(
      IncomingMessage,
      { ...(options as typeof quiet), onRejected: (error: RingbackError) => errors.push(error) },
      handler,
    )(request);
    expect(handler).not.toHaveBeenCalled();
    return { status: answer.status, body: await answer.text(), code: errors[0]?.code, allow: answer.headers.get('allow') };
  };

  test('has a signature of another token: 403', async () => {
    expect(await refused(signed(url, message, { token: 'f'.repeat(32) }))).toMatchObject({
      status: 403,
      body: '',
      code: 'SIGNATURE_MISMATCH',
    });
  });

  test('has no signature: 403', async () => {
    const request = new Request(url, { method: 'POST', body: new URLSearchParams(message) });
    expect(await refused(request)).toMatchObject({ status: 403, body: '', code: 'SIGNATURE_MISSING' });
  });

  test('has a body over the limit: 413', async () => {
    expect(await refused(signed(url, message), { ...quiet, maxBodyBytes: 100 })).toMatchObject({
      status: 413,
      code: 'REQUEST_BODY_TOO_LARGE',
    });
  });

  test('streams more than the limit: 413, without reading on', async () => {
    let pulled = 0;
    const body = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        pulled += 1;
        if (pulled > 1000) controller.close();
        else controller.enqueue(new Uint8Array(1000));
      },
    });
    const request = new Request(url, { method: 'POST', headers: wellFormed, body, duplex: 'half' } as RequestInit);
    expect(await refused(request, { ...quiet, maxBodyBytes: 5000 })).toMatchObject({ status: 413 });
    expect(pulled).toBeLessThan(20);
  });

  test('has another method: 405 with the methods that Twilio uses', async () => {
    expect(await refused(new Request(url, { method: 'DELETE' }))).toMatchObject({
      status: 405,
      allow: 'POST, GET, PUT',
      code: 'REQUEST_METHOD',
    });
  });

  test('is neither a form nor JSON: 415', async () => {
    const request = new Request(url, { method: 'POST', headers: { ...wellFormed, 'content-type': 'text/plain' }, body: 'hello' });
    expect(await refused(request)).toMatchObject({ status: 415, code: 'REQUEST_CONTENT_TYPE' });
  });

  test('is signed, but no payload of its kind: 400', async () => {
    expect(await refused(signed(url, { Body: 'Hello' }))).toMatchObject({ status: 400, body: '', code: 'PAYLOAD_INVALID' });
  });

  test('is signed JSON that is no JSON: 400', async () => {
    const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode('{nonsense'));
    const target = `${url}?bodySHA256=${Buffer.from(hash).toString('hex')}`;
    const headers = {
      'content-type': 'application/json',
      'x-twilio-signature': signRequest({ url: target, body: '{nonsense' }, { authToken }),
    };
    const onRejected = vi.fn();
    const request = () => new Request(target, { method: 'POST', headers, body: '{nonsense' });
    expect(await refused(request())).toMatchObject({ status: 400, code: 'REQUEST_MALFORMED' });
    await webhook(IncomingMessage, { ...quiet, onRejected }, () => null)(request());
    // The parser's own error quotes the text.
    expect(inspect(onRejected.mock.calls[0]?.[0])).not.toContain('nonsense');
  });

  test('has a body that somebody has read: 500 at once', async () => {
    const request = signed(url, message);
    await request.text();
    expect(await refused(request)).toMatchObject({ status: 500, code: 'REQUEST_BODY_CONSUMED' });
  });

  test('comes from another account: 403', async () => {
    expect(await refused(signed(url, message), { ...quiet, accountSid: `AC${'9'.repeat(32)}` } as typeof quiet)).toMatchObject({
      status: 403,
      code: 'ACCOUNT_MISMATCH',
    });
  });
});

describe('the auth token', () => {
  test('is looked up by account', async () => {
    const lookUp = vi.fn(async (sid: string | undefined) => (sid === accountSid ? authToken : undefined));
    const handler = webhook(IncomingMessage, { ...quiet, authToken: lookUp }, () => null);
    expect((await handler(signed(url, message))).status).toBe(200);
    expect((await handler(signed(url, { ...message, AccountSid: `AC${'9'.repeat(32)}` }))).status).toBe(403);
    expect((await handler(signed(url, { ...message, AccountSid: 'ACx; drop' }))).status).toBe(403);
    expect(lookUp.mock.calls.map(([sid]) => sid)).toEqual([accountSid, `AC${'9'.repeat(32)}`, undefined]);
  });

  test.each(['account_sid', 'interactionAccountSid'])('is looked up by account where the product calls that %s', async (name) => {
    const lookUp = vi.fn(() => authToken);
    await webhook(IncomingMessage, { ...quiet, authToken: lookUp }, () => null)(signed(url, { [name]: accountSid }));
    expect(lookUp.mock.calls).toEqual([[accountSid, expect.any(Request)]]);
  });

  test('is not looked up for a request that names several accounts', async () => {
    const lookUp = vi.fn(() => authToken);
    const body = `${new URLSearchParams(message)}&AccountSid=AC${'9'.repeat(32)}`;
    const headers = {
      'content-type': 'application/x-www-form-urlencoded',
      'x-twilio-signature': signRequest({ url, body }, { authToken }),
    };
    const response = await webhook(
      IncomingMessage,
      { ...quiet, authToken: lookUp },
      () => null,
    )(new Request(url, { method: 'POST', headers, body }));
    expect(response.status).toBe(403);
    expect(lookUp).not.toHaveBeenCalled();
  });

  test.each(['interactionAccountSid', 'accountSid', 'account_sid', 'accountId'])(
    'is not looked up for a request that names another account as %s, and is for one that means something else by it',
    async (name) => {
      const lookUp = vi.fn(() => authToken);
      const once = webhook(IncomingMessage, { ...quiet, authToken: lookUp }, () => null);
      expect((await once(signed(url, { ...message, [name]: `AC${'9'.repeat(32)}` }))).status).toBe(403);
      expect(lookUp).not.toHaveBeenCalled();
      expect((await once(signed(url, { ...message, [name]: accountSid }))).status).toBe(200);
      expect((await once(signed(url, { ...message, [name]: '77' }))).status).toBe(200);
    },
  );

  test('is not looked up for an event whose data are of another account', async () => {
    const lookUp = vi.fn(() => authToken);
    const body = JSON.stringify({ accountSid, data: { accountSid: `AC${'9'.repeat(32)}` } });
    const target = `${url}?bodySHA256=${bodySha256(body)}`;
    const headers = { 'content-type': 'application/json', 'x-twilio-signature': signRequest({ url: target, body }, { authToken }) };
    const request = new Request(target, { method: 'POST', headers, body });
    expect((await webhook(IncomingMessage, { ...quiet, authToken: lookUp }, () => null)(request)).status).toBe(403);
    expect(lookUp).not.toHaveBeenCalled();
  });

  test('may be one of several', async () => {
    expect(
      (await webhook(IncomingMessage, { ...quiet, authToken: ['f'.repeat(32), authToken] }, () => null)(signed(url, message))).status,
    ).toBe(200);
  });

  test.each(['', [], ['']])('is refused at once when it is %j', (empty) => {
    expect(() => webhook(IncomingMessage, { authToken: empty }, () => null)).toThrow(TypeError);
  });

  test('comes from the environment, at the first request', async () => {
    const onError = vi.fn();
    const handler = webhook(IncomingMessage, { onError }, () => null);
    expect((await handler(signed(url, message))).status).toBe(500);
    expect(String(onError.mock.calls[0]?.[0])).toContain('TWILIO_AUTH_TOKEN');
    vi.stubEnv('TWILIO_AUTH_TOKEN', authToken);
    expect((await handler(signed(url, message))).status).toBe(200);
    vi.unstubAllEnvs();
  });
});

describe('behind a proxy', () => {
  const inner = (headers: Record<string, string> = {}) => {
    const body = new URLSearchParams(message).toString();
    const signature = signRequest({ url: 'https://example.com/app/sms?a=1', body }, { authToken });
    return new Request('http://10.0.0.1:3000/app/sms?a=1', {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', 'x-twilio-signature': signature, ...headers },
      body,
    });
  };
  const status = async (options: object, request: Request) =>
    (await webhook(IncomingMessage, { ...quiet, ...options }, () => null)(request)).status;
  const forwarded = { 'x-forwarded-proto': 'https, http', 'x-forwarded-host': 'example.com, inner.example' };

  test('the URL is found by publicUrl, as text or by a function', async () => {
    expect(await status({ publicUrl: 'https://example.com' }, inner())).toBe(200);
    expect(await status({ publicUrl: 'https://example.com/' }, inner())).toBe(200);
    expect(await status({ publicUrl: () => 'https://example.com/app/sms?a=1' }, inner())).toBe(200);
  });

  test('forwarding headers are believed only when asked for', async () => {
    expect(await status({}, inner(forwarded))).toBe(403);
    expect(await status({ trustForwarded: true }, inner(forwarded))).toBe(200);
  });

  test('publicUrl wins over forwarding headers', async () => {
    expect(await status({ publicUrl: 'https://example.com', trustForwarded: true }, inner({ 'x-forwarded-host': 'evil.example' }))).toBe(
      200,
    );
  });
});

describe('a handler that fails', () => {
  test('is a 500 without a word of the cause', async () => {
    const onError = vi.fn();
    const failing = webhook(IncomingMessage, { ...quiet, onError }, () => {
      throw new Error('secret detail');
    });
    const response = await failing(signed(url, message));
    expect([response.status, await response.text()]).toEqual([500, '']);
    expect(onError).toHaveBeenCalledWith(expect.objectContaining({ message: 'secret detail' }), expect.objectContaining({ accountSid }));
  });

  test('may be answered by onError', async () => {
    const options = { ...quiet, onError: () => messagingResponse().message('Sorry.') };
    const response = await webhook(IncomingMessage, options, async () => Promise.reject(new Error('no')))(signed(url, message));
    expect(await response.text()).toContain('Sorry.');
  });

  test('answers 503 when it takes too long, and its signal aborts', async () => {
    const onError = vi.fn();
    let signal: AbortSignal | undefined;
    const slow = webhook(IncomingMessage, { ...quiet, onError, deadlineMs: 20 }, (_, context) => {
      signal = context.signal;
      return new Promise<null>(() => undefined);
    });
    expect((await slow(signed(url, message))).status).toBe(503);
    expect(signal?.aborted).toBe(true);
    expect(onError).toHaveBeenCalledWith(expect.objectContaining({ code: 'HANDLER_TIMEOUT' }), expect.anything());
  });

  test('may be answered by onDeadline', async () => {
    const options = { ...quiet, deadlineMs: 20, onDeadline: () => messagingResponse().message('One moment.') };
    const response = await webhook(IncomingMessage, options, () => new Promise<null>(() => undefined))(signed(url, message));
    expect(await response.text()).toContain('One moment.');
  });

  test('that throws after its deadline is heard of', async () => {
    const onError = vi.fn();
    const late = webhook(IncomingMessage, { ...quiet, onError, deadlineMs: 10 }, async () => {
      await new Promise((resolve) => setTimeout(resolve, 40));
      throw new Error('late');
    });
    await late(signed(url, message));
    await vi.waitFor(() => expect(onError).toHaveBeenCalledWith(expect.objectContaining({ message: 'late' }), expect.anything()));
  });
});

describe('idempotency', () => {
  test('sends the reply of the first request to its retries, and runs the handler once', async () => {
    const replies = new Map<string, unknown>();
    const idempotency = {
      claim: (key: string) => {
        const reply = replies.get(key);
        if (reply === undefined) replies.set(key, 'busy');
        return (reply ?? 'new') as 'new';
      },
      settle: (key: string, reply: unknown) => void (reply === undefined ? replies.delete(key) : replies.set(key, reply)),
    };
    const handler = vi.fn(() => messagingResponse().message('once'));
    const endpoint = webhook(IncomingMessage, { ...quiet, idempotency }, handler);
    const retry = () => endpoint(signed(url, message, { headers: { 'i-twilio-idempotency-token': 'a' } }));
    const texts = [await (await retry()).text(), await (await retry()).text()];
    expect(texts[0]).toContain('once');
    expect(texts[1]).toBe(texts[0]);
    expect(handler).toHaveBeenCalledTimes(1);
    expect([...replies.keys()]).toEqual([`${accountSid}:a`]);
  });
});
