import { describe, expect, test, vi } from 'vitest';
import { bodySha256, signRequest } from '../../src/signature/index.js';
import { parseTwiml } from '../../src/twiml/document/index.js';
import { messagingResponse, voiceResponse } from '../../src/twiml/index.js';
import { type WebhookOptions, webhook, webhookRouter } from '../../src/webhook/index.js';
import { accountSid, authToken, message, signed } from './requests.js';
import { Assignment, Either, Intercept, Told, Unsigned } from './schemas.js';

const url = 'https://example.com/task';
const task = { TaskSid: 'WT1' };

/** What goes out when a handler returns that. */
async function answer(schema: typeof Assignment | typeof Either, reply: unknown) {
  const onError = vi.fn();
  const response = await webhook(schema as typeof Either, { authToken, onError }, () => reply as null)(signed(url, task));
  const type = response.headers.get('content-type');
  return { status: response.status, type, body: await response.text(), error: onError.mock.calls[0]?.[0]?.message as string | undefined };
}

describe('a webhook that wants JSON', () => {
  test('answers what its schema allows', async () => {
    expect(await answer(Assignment, { instruction: 'dequeue', options: { record: true } })).toMatchObject({
      status: 200,
      type: 'application/json',
      body: '{"instruction":"dequeue","options":{"record":true}}',
    });
  });

  test('sends no instruction that Twilio would not know, and names what is wrong', async () => {
    expect(await answer(Assignment, { instruction: 'dequeue', form: '+1', options: { rekord: true } })).toMatchObject({
      status: 500,
      body: '',
      error: expect.stringContaining('form: there is no such field; options.rekord: there is no such field'),
    });
    expect(await answer(Assignment, { instruction: 'dance' })).toMatchObject({
      status: 500,
      error: expect.stringContaining('does not fit'),
    });
  });

  test('answers an empty object when the handler returned null', async () => {
    expect(await answer(Assignment, null)).toMatchObject({ status: 200, type: 'application/json', body: '{}' });
  });

  test('does not answer with a document', async () => {
    expect(await answer(Assignment, voiceResponse())).toMatchObject({ status: 500, body: '' });
  });
});

describe('a webhook that wants one of two', () => {
  test('answers either, and the empty document when the handler returned null', async () => {
    expect(await answer(Either, voiceResponse().say('hi'))).toMatchObject({ status: 200, type: 'text/xml; charset=utf-8' });
    expect(await answer(Either, { any: ['thing'] })).toMatchObject({ status: 200, body: '{"any":["thing"]}' });
    expect(await answer(Either, null)).toMatchObject({ body: '<?xml version="1.0" encoding="UTF-8"?><Response/>' });
  });

  test('answers TwiML that was read from text, and no part of a document', async () => {
    const xml = '<?xml version="1.0" encoding="UTF-8"?><Response><Say>hi</Say></Response>';
    const node = parseTwiml(xml);
    expect(await answer(Either, node)).toMatchObject({ status: 200, type: 'text/xml; charset=utf-8', body: xml });
    expect(await answer(Either, node.children[0])).toMatchObject({
      status: 500,
      error: expect.stringContaining('<Say>, which is no document'),
    });
  });

  test('does not send Response.error(), which has no status', async () => {
    expect(await answer(Either, Response.error())).toMatchObject({ status: 500, error: expect.stringContaining('Response.error()') });
  });

  test('answers nothing else', async () => {
    expect(await answer(Either, messagingResponse())).toMatchObject({ status: 500, error: expect.stringContaining('voice-twiml or json') });
    expect(await answer(Either, 'text')).toMatchObject({ status: 500, error: expect.stringContaining('returned a string') });
  });
});

describe('a webhook that wants a status', () => {
  test('gets 204, or what a Response says', async () => {
    const allowed = await webhook(Intercept, { authToken }, () => undefined)(signed(url, task));
    const blocked = await webhook(Intercept, { authToken }, () => new Response(null, { status: 403 }))(signed(url, task));
    expect([allowed.status, blocked.status]).toEqual([204, 403]);
  });
});

describe('a Response', () => {
  test('that was sent before is an error and not an empty answer', async () => {
    const once = new Response('only once');
    const onError = vi.fn();
    const handler = webhook(Either, { authToken, onError }, () => once);
    expect(await (await handler(signed(url, task))).text()).toBe('only once');
    expect((await handler(signed(url, task))).status).toBe(500);
    expect(onError.mock.calls[0]?.[0].message).toContain('make a new one each time');
  });
});

describe('a body in JSON', () => {
  const post = (body: string, options: WebhookOptions<void> = {}, type = 'application/json') => {
    const target = `${url}?bodySHA256=${bodySha256(body)}`;
    const signature = signRequest({ url: target, method: 'POST', headers: { 'content-type': type }, body }, { authToken });
    const headers = { 'content-type': type, 'x-twilio-signature': signature };
    const seen: unknown[] = [];
    const handler = webhook(Told, { authToken, onRejected: () => undefined, ...options }, (payload, { accountSid: sid, parameters }) => {
      seen.push(payload.TaskSid, sid, parameters);
    });
    return handler(new Request(target, { method: 'POST', headers, body })).then(({ status }) => ({ status, seen }));
  };
  const other = `AC${'9'.repeat(32)}`;

  test.each(['application/json', 'application/json; charset=utf-8', 'application/cloudevents+json'])('is read as %s', async (type) => {
    const body = JSON.stringify({ TaskSid: 'WT1', AccountSid: accountSid });
    expect(await post(body, {}, type)).toEqual({ status: 204, seen: ['WT1', accountSid, {}] });
  });

  test('names its account at the top, in its data or in a batch, for the token to be looked up', async () => {
    const lookUp = vi.fn((_: string | undefined) => authToken);
    await post(JSON.stringify({ account_sid: accountSid }), { authToken: lookUp });
    await post(JSON.stringify([{ data: { accountSid } }, { data: { accountSid } }]), { authToken: lookUp });
    await post(JSON.stringify({ nothing: 'there' }), { authToken: lookUp });
    expect(lookUp.mock.calls.map(([sid]) => sid)).toEqual([accountSid, accountSid, undefined]);
    const batch = JSON.stringify([{ data: { accountSid } }, { data: { accountSid: other } }]);
    expect((await post(batch, { authToken: lookUp })).status).toBe(403);
    expect((await post(batch, { accountSid })).status).toBe(403);
    expect(lookUp).toHaveBeenCalledTimes(3);
  });

  test.each(['null', '"text"', '[]', '7', '{"__proto__":{"TaskSid":"WT1"}}'])('that holds %s is a 400', async (body) => {
    expect((await post(body)).status).toBe(400);
  });
});

describe('a webhook that Twilio does not sign', () => {
  test('gets no handler', () => {
    expect(() => webhook(Unsigned as never, () => undefined)).toThrow(/not signed by Twilio/);
    expect(() => webhookRouter().on(Unsigned as never, () => undefined)).toThrow(/not signed by Twilio/);
  });
});

describe('methods', () => {
  test.each([
    ['PUT', 204],
    ['HEAD', 405],
    ['OPTIONS', 405],
  ])('%s is answered with %i where the kind says so', async (method, status) => {
    const body = method === 'PUT' ? new URLSearchParams(task).toString() : null;
    const headers = { 'content-type': 'application/x-www-form-urlencoded', 'x-twilio-signature': '' };
    if (body !== null) headers['x-twilio-signature'] = signRequest({ url, method, body }, { authToken });
    const handler = webhook(Either, { authToken, onRejected: () => undefined }, () => new Response(null, { status: 204 }));
    const response = await handler(new Request(url, { method, headers, body }));
    expect([response.status, await response.text()]).toEqual([status, '']);
    expect(response.headers.get('allow')).toBe(status === 405 ? 'POST, GET, PUT' : null);
  });

  test('of a GET is that of the kind alone', async () => {
    const handler = webhook(Assignment, { authToken, onRejected: () => undefined }, () => null);
    expect((await handler(new Request(`${url}?TaskSid=WT1`))).headers.get('allow')).toBe('POST');
  });
});

test('a body is not read twice: a router hands the same parameters to otherwise', async () => {
  const { fetch } = webhookRouter({ authToken }).otherwise((parameters) => messagingResponse().message(String(parameters.Body)));
  expect(await (await fetch(signed(url, message))).text()).toContain('Hello');
});
