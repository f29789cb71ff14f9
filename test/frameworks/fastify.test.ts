import { generateKeyPairSync } from 'node:crypto';
import { parse as parseQuery } from 'node:querystring';
import formBody from '@fastify/formbody';
import fastify5, { type FastifyInstance } from 'fastify';
import fastify4 from 'fastify-4';
import qs from 'qs';
import { rawBodies, type TwilioRequest, verify, webhook, webhookRouter } from 'ringback/fastify';
import { SendgridEvent, SendgridEvents } from 'ringback/payloads/sendgrid';
import { signedEmailRequest } from 'ringback/testing';
import { expect, test } from 'vitest';
import { describeFramework } from './support/cases.js';
import { authToken, makeEndpoints } from './support/endpoints.js';
import { makeReport } from './support/listen.js';

declare module 'fastify' {
  interface FastifyRequest {
    twilio?: TwilioRequest;
  }
}

for (const [name, fastify] of [
  ['fastify 5', fastify5],
  ['fastify 4', fastify4 as unknown as typeof fastify5],
] as const)
  describeFramework({
    name,
    rawUrls: true,
    onNode: true,
    verifies: true,
    parsed: 'recovered',
    errors: 599,
    advice: '`rawBodies` of ringback/fastify',
    async start() {
      const { rejections, report } = makeReport();
      const app = fastify();
      const endpoints = makeEndpoints({ webhook, router: webhookRouter }, report);
      const { '/plain': plain } = endpoints;
      if (plain === undefined) throw new Error('There is no /plain');
      app.setErrorHandler((error: { statusCode?: number }, _request, reply) => reply.status(error.statusCode ?? 599).send());
      app.register(async (scope) => {
        await scope.register(rawBodies, { bodyTimeoutMs: 300 });
        for (const [url, handler] of Object.entries(endpoints)) scope.all(url, handler);
        const preHandler = verify({ authToken, onRejected: ({ code, message }) => report(code, message) });
        scope.all('/verified', { preHandler }, async (request) => request.twilio);
      });
      app.register(async (scope) => {
        if (name === 'fastify 5') await scope.register(formBody);
        else addFormParser(scope, (text) => parseQuery(text));
        scope.post('/parsed', plain);
        scope.post('/parsed-json', plain);
      });
      app.register(async (scope) => {
        if (name === 'fastify 5') await scope.register(formBody, { parser: (text) => qs.parse(text) });
        else addFormParser(scope, (text) => qs.parse(text));
        scope.post('/nested', plain);
      });
      app.register(async (scope) => {
        scope.addContentTypeParser('*', (_request, payload, done) => void payload.resume().on('end', () => done(null)));
        scope.post('/consumed', plain);
      });
      const origin = await app.listen({ port: 0, host: '127.0.0.1' });
      return { origin, rejections, stop: () => app.close() };
    },
  });

test('takes what SendGrid signs, and leaves unread what nobody has', async () => {
  const { publicKey, privateKey } = generateKeyPairSync('ec', {
    namedCurve: 'P-256',
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  const heard: unknown[] = [];
  const app = fastify5();
  await app.register(rawBodies);
  app.post(
    '/events',
    webhook(SendgridEvents, { publicKey, onRejected: ({ code }) => void heard.push(code) }, (events) => void heard.push(events[0]?.event)),
  );
  const url = `${await app.listen({ port: 0, host: '127.0.0.1' })}/events`;
  for (const variant of ['open', 'campaign']) await fetch(await signedEmailRequest(SendgridEvent, {}, { url, privateKey, variant }));
  const { status } = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '[]' });
  await app.close();
  expect([status, heard]).toEqual([403, ['open', 'processed', 'SIGNATURE_MISSING']]);
});

/** What @fastify/formbody does, whose version for Fastify 4 is another. */
function addFormParser(scope: FastifyInstance, parse: (text: string) => unknown): void {
  scope.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, body, done) =>
    done(null, parse(String(body))),
  );
}
