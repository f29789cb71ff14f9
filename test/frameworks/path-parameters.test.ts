// The parameters of a route's path, as each framework hands them over. That this file compiles shows that the adapters type them.
import Router from '@koa/router';
import express, { type Request as ExpressOwn } from 'express';
import express4 from 'express-4';
import fastify from 'fastify';
import { type Context, Hono } from 'hono';
import Koa from 'koa';
import { voiceResponse } from 'ringback';
import { webhook as onExpress } from 'ringback/express';
import { webhookRouter as onFastify, rawBodies } from 'ringback/fastify';
import { webhook as onKoa } from 'ringback/koa';
import { webhook as onLambda } from 'ringback/lambda';
import { IncomingCall } from 'ringback/payloads/voice';
import { type WebhookContext, webhook, webhookRouter } from 'ringback/webhook';
import { afterEach, describe, expect, test } from 'vitest';
import type { RunningFramework } from './support/framework.js';
import { listen } from './support/listen.js';
import { accountSid, authToken, formOf, post, sign } from './support/requests.js';

const options = { authToken };
const say = (name: unknown) => voiceResponse().say(String(name));
const form = formOf({
  AccountSid: accountSid,
  CallSid: 'CA1a2b3c4d5e6f70811a2b3c4d5e6f7081',
  CallStatus: 'ringing',
  Direction: 'inbound',
  From: '+14155550100',
  To: '+12015550123',
});

function startExpress(framework: typeof express): Promise<RunningFramework> {
  const app = framework();
  const answer = onExpress(IncomingCall, options, (_, { platform: [request] }) =>
    say(`${request.params.name} ${(request as ExpressOwn).get('x-own')}`),
  );
  app.post('/calls/:name', answer);
  return listen(app, []);
}

async function startFastify(): Promise<RunningFramework> {
  const app = fastify();
  app.register(async (scope) => {
    await scope.register(rawBodies);
    const calls = onFastify(options).on(IncomingCall, (_, { platform: [request] }) =>
      say(`${request.params.name} ${request.raw.headers['x-own']}`),
    );
    scope.post('/calls/:name', calls);
  });
  return { origin: await app.listen({ port: 0, host: '127.0.0.1' }), rejections: [], stop: () => app.close() };
}

function startKoa(): Promise<RunningFramework> {
  const router = new Router();
  router.post(
    '/calls/:name',
    onKoa(IncomingCall, options, (_, { platform: [context] }) => say(`${context.params.name} ${context.req.headers['x-own']}`)),
  );
  return listen(new Koa().use(router.routes()).callback(), []);
}

let running: RunningFramework | undefined;
afterEach(() => running?.stop());

describe.each<[string, () => Promise<RunningFramework>]>([
  ['Express 5', () => startExpress(express)],
  ['Express 4', () => startExpress(express4)],
  ['Fastify', startFastify],
  ['Koa with a router', startKoa],
])('on %s', (_, start) => {
  test('a handler reads the parameters of the path', async () => {
    running = await start();
    for (const name of ['Anna', 'Bo', 'Z%C3%BCrich%20West'])
      expect((await post(`${running.origin}/calls/${name}`, form, { headers: { 'x-own': 'yes' } })).text).toContain(
        `<Say>${decodeURIComponent(name)} yes</Say>`,
      );
  });
});

describe('where what is passed is named by the handler', () => {
  const signed = (url: string) =>
    new Request(url, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', 'x-twilio-signature': sign(url, form) },
      body: form,
    });
  const url = 'https://example.com/calls/Anna';

  test('Hono passes its context', async () => {
    const answer = webhook(IncomingCall, options, (_, { platform: [hono] }: WebhookContext<[Context]>) => say(hono.req.param('name')));
    const app = new Hono().post('/calls/:name', (context) => answer(context.req.raw, context));
    expect(await (await app.request(signed(url))).text()).toContain('<Say>Anna</Say>');
  });

  test('Next passes a promise, to a router as well', async () => {
    const router = webhookRouter<[{ params: Promise<{ name: string }> }]>(options);
    const POST = router.on(IncomingCall, async (_, { platform: [{ params }] }) => say((await params).name)).fetch;
    expect(await (await POST(signed(url), { params: Promise.resolve({ name: 'Anna' }) })).text()).toContain('<Say>Anna</Say>');
  });

  test('Lambda has them in its event', async () => {
    const handler = onLambda(IncomingCall, options, (_, { platform: [event] }) => say(event.pathParameters?.name));
    const result = await handler({
      rawPath: '/calls/Anna',
      rawQueryString: '',
      pathParameters: { name: 'Anna' },
      headers: Object.fromEntries(signed(url).headers),
      requestContext: { domainName: 'example.com', http: { method: 'POST' } },
      body: form,
    });
    expect(result.body).toContain('<Say>Anna</Say>');
  });
});
