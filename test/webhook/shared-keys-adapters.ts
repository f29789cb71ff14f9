import express from 'express';
import fastify from 'fastify';
import supertest from 'supertest';
import * as forExpress from '../../src/express/index.js';
import * as forFastify from '../../src/fastify/index.js';
import * as forLambda from '../../src/lambda/index.js';
import * as forNode from '../../src/node/index.js';
import { IncomingMessage } from '../../src/payloads/index.js';
import type { VerifyOptions } from '../../src/webhook/index.js';

/** Sends a web request through an adapter, and tells the status. */
type Send = (request: Request) => Promise<number>;

/** Adapters of frameworks that take no web requests, each with one webhook of these options. */
export function fromNodeLike(given: VerifyOptions): readonly Send[] {
  const options = { ...given, publicUrl: 'https://example.com', onRejected: () => undefined };
  const reply = () => null;
  return [
    async (request) => sendTo(express().post('/sms', forExpress.webhook(IncomingMessage, options, reply)), request),
    async (request) =>
      sendTo(
        express().post('/sms', forExpress.verify(options), (_, response) => void response.end()),
        request,
      ),
    async (request) => sendTo(express().use(forNode.webhook(IncomingMessage, options, reply)), request),
    async (request) => {
      const app = fastify();
      app.register(async (scope) => {
        scope.register(forFastify.rawBodies);
        scope.post('/sms', forFastify.webhook(IncomingMessage, options, reply));
      });
      const headers = Object.fromEntries(request.headers);
      const { statusCode } = await app.inject({ method: 'POST', url: '/sms', headers, payload: await request.text() });
      await app.close();
      return statusCode;
    },
    async (request) => {
      const event = {
        rawPath: '/sms',
        rawQueryString: '',
        headers: Object.fromEntries(request.headers),
        requestContext: { domainName: 'example.com', http: { method: 'POST' } },
        body: await request.text(),
      };
      return (await forLambda.webhook(IncomingMessage, options, reply)(event, {})).statusCode;
    },
  ];
}

async function sendTo(app: Parameters<typeof supertest>[0], request: Request): Promise<number> {
  const headers = Object.fromEntries(request.headers);
  return (
    await supertest(app)
      .post('/sms')
      .set(headers)
      .send(await request.text())
  ).status;
}
