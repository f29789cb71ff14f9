import { once } from 'node:events';
import { createServer, type IncomingMessage as NodeMessage, type RequestListener, request as send } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { readWebhook, webhook, webhookRouter } from '../../src/node/index.js';
import { IncomingMessage } from '../../src/payloads/index.js';
import { signRequest } from '../../src/signature/index.js';
import { messagingResponse } from '../../src/twiml/index.js';
import { accountSid, authToken, message } from '../webhook/requests.js';

const stops: (() => void)[] = [];
afterEach(() => {
  for (const stop of stops.splice(0)) stop();
});

/** Starts a real server and returns its origin. */
async function listen(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  stops.push(() => {
    server.closeAllConnections();
    server.close();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const form = new URLSearchParams(message).toString();
const sign = (url: string, body = form) => ({
  'content-type': 'application/x-www-form-urlencoded',
  'x-twilio-signature': signRequest({ url, method: 'POST', body }, { authToken }),
});
const quiet = { authToken, onRejected: () => undefined };

describe('a webhook on http.createServer', () => {
  test('answers a signed request', async () => {
    const origin = await listen(webhook(IncomingMessage, quiet, ({ Body }) => messagingResponse().message(`You said ${Body}`)));
    const response = await fetch(`${origin}/sms`, { method: 'POST', headers: sign(`${origin}/sms`), body: form });
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/xml; charset=utf-8']);
    expect(await response.text()).toContain('<Message>You said Hello</Message>');
  });

  test('refuses a request whose body is not what was signed', async () => {
    const origin = await listen(webhook(IncomingMessage, quiet, () => null));
    const response = await fetch(`${origin}/sms`, { method: 'POST', headers: sign(`${origin}/sms`), body: form.replace('Hello', 'Hullo') });
    expect([response.status, await response.text()]).toEqual([403, '']);
  });

  test('verifies raw quotes and spaces in the URL, which a web Request would escape', async () => {
    const origin = await listen(webhook(IncomingMessage, quiet, () => null));
    const path = `/sms?name=O'hara+x&q="a|b"`;
    const status = await new Promise<number | undefined>((resolve, reject) => {
      const headers = { ...sign(origin + path), 'content-length': Buffer.byteLength(form) };
      const outgoing = send(origin, { path, method: 'POST', headers }, (response) => {
        response.resume();
        resolve(response.statusCode);
      });
      outgoing.on('error', reject).end(form);
    });
    expect(status).toBe(200);
  });

  test('answers 413 to a body over the limit, announced or not', async () => {
    const origin = await listen(webhook(IncomingMessage, { ...quiet, maxBodyBytes: 1000 }, () => null));
    const announced = await fetch(origin, { method: 'POST', headers: sign(origin), body: 'a='.padEnd(2000, 'x') });
    expect(announced.status).toBe(413);
    const status = await new Promise<number | undefined>((resolve, reject) => {
      const outgoing = send(origin, { method: 'POST', headers: { ...sign(origin), 'transfer-encoding': 'chunked' } }, (response) => {
        response.resume();
        resolve(response.statusCode);
      });
      outgoing.on('error', reject).write('a='.padEnd(3000, 'x'));
    });
    expect(status).toBe(413);
  });

  test('serves several kinds through a router', async () => {
    const router = webhookRouter(quiet).on(IncomingMessage, ({ From }) => messagingResponse().message(From));
    const origin = await listen(router.handle);
    const response = await fetch(`${origin}/any`, { method: 'POST', headers: sign(`${origin}/any`), body: form });
    expect(await response.text()).toContain('<Message>+14155550100</Message>');
  });

  test('lets others answer, verified and read', async () => {
    const origin = await listen(async (request, response) => {
      const { kind, accountSid: sid, parameters } = await readWebhook(request, quiet);
      response.end(JSON.stringify({ kind, sid, body: parameters.Body }));
    });
    const response = await fetch(`${origin}/sms`, { method: 'POST', headers: sign(`${origin}/sms`), body: form });
    expect(await response.json()).toEqual({ kind: 'messaging.incoming', sid: accountSid, body: 'Hello' });
  });
});

describe('behind middleware', () => {
  const behind = async (
    middleware: (request: NodeMessage & { body?: unknown; rawBody?: unknown; originalUrl?: string }) => unknown,
    path = '/sms',
  ) => {
    const errors: { code: string; message: string }[] = [];
    const handler = webhook(IncomingMessage, { ...quiet, onRejected: (error) => errors.push(error) }, () => null);
    const origin = await listen(async (request, response) => {
      await middleware(request);
      await handler(request, response);
    });
    const response = await fetch(origin + path, { method: 'POST', headers: sign(origin + path), body: form });
    return { status: response.status, error: errors[0] };
  };
  const read = async (request: NodeMessage) => Buffer.concat(await request.toArray());

  test.each([
    [
      'the bytes were kept in rawBody',
      async (request: NodeMessage) => Object.assign(request, { rawBody: await read(request), body: { nested: {} } }),
    ],
    ['the body is the bytes', async (request: NodeMessage) => Object.assign(request, { body: await read(request) })],
    ['the body is text', async (request: NodeMessage) => Object.assign(request, { body: String(await read(request)) })],
    [
      'a flat form was parsed',
      async (request: NodeMessage) =>
        Object.assign(request, { body: Object.fromEntries(new URLSearchParams(String(await read(request)))) }),
    ],
    ['nothing was read and the body is empty', (request: NodeMessage) => Object.assign(request, { body: {} })],
  ])('it verifies when %s', async (_, middleware) => {
    expect((await behind(middleware)).status).toBe(200);
  });

  test('says what to change when only nested objects are left of the form', async () => {
    const { status, error } = await behind(async (request) => Object.assign(request, { body: { a: { b: String(await read(request)) } } }));
    expect([status, error?.code]).toEqual([500, 'REQUEST_BODY_PARSED']);
    expect(error?.message).toContain('express.raw(');
  });

  test('does not wait for a body that somebody has consumed', async () => {
    const { status, error } = await behind(read);
    expect([status, error?.code]).toEqual([500, 'REQUEST_BODY_CONSUMED']);
  });

  test('takes the URL from before a router cut it', async () => {
    const cut = (request: NodeMessage) => Object.assign(request, { originalUrl: request.url, url: '/' });
    expect((await behind(cut, '/mounted/sms')).status).toBe(200);
  });
});

describe('errors', () => {
  test('go to next where there is one and no onError', async () => {
    const next = vi.fn();
    const failing = webhook(IncomingMessage, quiet, () => {
      throw new Error('boom');
    });
    const origin = await listen(async (request, response) => {
      await failing(request, response, next);
      response.writeHead(599).end();
    });
    expect((await fetch(origin, { method: 'POST', headers: sign(`${origin}/`), body: form })).status).toBe(599);
    expect(next).toHaveBeenCalledWith(expect.objectContaining({ message: 'boom' }));
  });
});
