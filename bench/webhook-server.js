// The servers that bench/webhook.js calls. Those of ringback and of twilio verify the signature, read the form, answer in TwiML and refuse what
// is not signed. The floors answer the same text whatever comes, and check nothing: what a framework costs before anybody does any work.
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import express from 'express';
import fastify from 'fastify';
import twilio from 'twilio';
import * as onExpress from '../dist/express/index.js';
import * as onFastify from '../dist/fastify/index.js';
import { messagingResponse } from '../dist/index.js';
import * as onKoa from '../dist/koa/index.js';
import * as onNode from '../dist/node/index.js';
import { IncomingMessage } from '../dist/payloads/messaging/index.js';

/** Koa is no dependency of the root: `node tools/install-folder.js test/frameworks`. */
const Koa = createRequire(new URL('../test/frameworks/package.json', import.meta.url))('koa');
const [, , which = '', authToken = ''] = process.argv;
const options = { authToken, onRejected: () => undefined };
const answer = (message) => messagingResponse().message(`You said ${message.Body}`);
const CONSTANT =
  '<?xml version="1.0" encoding="UTF-8"?><Response><Message>You said Hello there, what time do you open?</Message></Response>';
const XML = 'text/xml; charset=utf-8';

/** Answers with a constant, the body unread. @type {import('node:http').RequestListener} */
const answerConstant = (_request, response) => {
  response.setHeader('content-type', XML);
  response.end(CONSTANT);
};

/** @type {Readonly<Record<string, () => import('node:http').RequestListener | Promise<import('node:http').RequestListener>>>} */
const servers = {
  node: () => answerConstant,
  'ringback/node': () => onNode.webhook(IncomingMessage, options, answer),
  express: () => express().post('/sms', answerConstant),
  'express.urlencoded': () => express().post('/sms', express.urlencoded({ extended: false }), answerConstant),
  'twilio.webhook': () =>
    express().post('/sms', express.urlencoded({ extended: false }), twilio.webhook(authToken), (request, response) => {
      const reply = new twilio.twiml.MessagingResponse();
      reply.message(`You said ${request.body.Body}`);
      response.type('text/xml').send(reply.toString());
    }),
  'ringback/express': () => express().post('/sms', onExpress.webhook(IncomingMessage, options, answer)),
  fastify: () =>
    startFastify((scope) => {
      // Fastify refuses content types that nobody has told it of.
      scope.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
      scope.post('/sms', (_, reply) => reply.header('content-type', XML).send(CONSTANT));
    }),
  'ringback/fastify': () =>
    startFastify((scope) => {
      scope.register(onFastify.rawBodies);
      scope.post('/sms', onFastify.webhook(IncomingMessage, options, answer));
    }),
  koa: () =>
    new Koa()
      .use((context) => {
        context.set('content-type', XML);
        context.body = CONSTANT;
      })
      .callback(),
  'ringback/koa': () => new Koa().use(onKoa.webhook(IncomingMessage, options, answer)).callback(),
};

async function startFastify(define) {
  const server = fastify();
  server.register(async (scope) => define(scope));
  await server.ready();
  return server.routing;
}

const listener = await servers[which]?.();
if (listener === undefined) throw new Error(`There is no server ${which}`);

const server = createServer(listener);
server.listen(0, '127.0.0.1', () => process.send?.(server.address()));
// A connection that rests while the rival has its turn is still there afterwards.
server.keepAliveTimeout = 0;

// The time of the processor so far, or what is in use once the garbage is gone, for the run that looks for leaks.
process.on('message', (asked) => {
  if (asked === 'memory') for (let time = 0; time < 2; time += 1) globalThis.gc?.();
  const { user, system } = process.cpuUsage();
  process.send?.(asked === 'memory' ? process.memoryUsage() : user + system);
});
process.on('disconnect', () => process.exit());
