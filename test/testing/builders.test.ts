import { createServer, request as sendRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import fastify from 'fastify';
import supertest from 'supertest';
import { describe, expect, test } from 'vitest';
import * as forExpress from '../../src/express/index.js';
import * as forFastify from '../../src/fastify/index.js';
import * as forLambda from '../../src/lambda/index.js';
import * as forNode from '../../src/node/index.js';
import { EventStreamsMessagingMessageStatus, EventStreamsRequest, IncomingMessage } from '../../src/payloads/index.js';
import {
  callStory,
  type DeliveryOptions,
  type LambdaSource,
  messageStory,
  type NodeRequestParts,
  signedInjection,
  signedLambdaEvent,
  signedNodeRequest,
  signedRequest,
} from '../../src/testing/index.js';
import { messagingResponse } from '../../src/twiml/index.js';
import { webhook, webhookRouter } from '../../src/webhook/index.js';

const authToken = '0123456789abcdef0123456789abcdef';
const sharedKey = { id: 'webhooks_sharedkey_01', secret: 'a-shared-secret', algorithm: 'HMAC_SHA256' } as const;
const options = { authToken, sharedKeys: { [sharedKey.id]: sharedKey.secret }, publicUrl: 'https://example.com' };
const url = 'https://example.com/sms?level=2';
const overrides = { Body: 'Grüße & 1+1=2' };
const answer = '<Response><Message>Grüße &amp; 1+1=2</Message></Response>';
const echo = (message: IncomingMessage) => messagingResponse().message(message.Body);

const deliveries: readonly DeliveryOptions[] = [
  { url, authToken },
  { url, authToken, method: 'GET' },
  { url, sharedKey },
  { url, authToken, sharedKey, method: 'GET' },
];

describe.each(deliveries)('a signed webhook, $method', (delivery) => {
  test('is taken by a web handler', async () => {
    const response = await webhook(IncomingMessage, options, echo)(signedRequest(IncomingMessage, overrides, delivery));
    expect(await response.text()).toContain(answer);
  });

  test('is taken by Express, from supertest', async () => {
    const app = express().all('/sms', forExpress.webhook(IncomingMessage, options, echo));
    const response = await sendBySupertest(app, signedNodeRequest(IncomingMessage, overrides, delivery));
    expect(response.status).toBe(200);
    expect(response.text).toContain(answer);
  });

  test('is taken by Fastify, from its inject()', async () => {
    const app = fastify();
    app.register(async (scope) => {
      scope.register(forFastify.rawBodies);
      scope.all('/sms', forFastify.webhook(IncomingMessage, options, echo));
    });
    const response = await app.inject(signedInjection(IncomingMessage, overrides, delivery));
    expect(response.statusCode).toBe(200);
    expect(response.body).toContain(answer);
    await app.close();
  });

  test('is taken by a server of node:http, from its client', async () => {
    const server = createServer(forNode.webhook(IncomingMessage, options, echo));
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    const { port } = server.address() as AddressInfo;
    const { status, text } = await sendByNode(port, signedNodeRequest(IncomingMessage, overrides, delivery));
    expect(status).toBe(200);
    expect(text).toContain(answer);
    await new Promise((closed) => server.close(closed));
  });

  const sources: readonly LambdaSource[] = ['api-gateway-v1', 'api-gateway-v2', 'function-url', 'load-balancer'];
  test.each(sources.flatMap((source) => [false, true].map((base64) => ({ source, base64 }))))(
    'is taken by a Lambda function behind $source, in Base64: $base64',
    async (shape) => {
      const handler = forLambda.webhook(IncomingMessage, options, echo);
      const event = signedLambdaEvent(IncomingMessage, overrides, { ...delivery, ...shape });
      const result = await handler(event);
      expect(result.statusCode).toBe(200);
      expect(result.body).toContain(answer);
    },
  );
});

describe('the steps of a story', () => {
  test('are taken by each builder', async () => {
    const seen: string[] = [];
    const router = forNode
      .webhookRouter(options)
      .on(IncomingMessage, () => {
        seen.push('incoming');
        return null;
      })
      .otherwise((_payload, { kind }) => {
        seen.push(kind ?? 'unknown');
      });
    const app = express().all('/hook', router);
    const server = fastify();
    server.register(async (scope) => {
      scope.register(forFastify.rawBodies);
      scope.post(
        '/hook',
        forFastify.webhookRouter(options).otherwise((_payload, { kind }) => void seen.push(`fastify ${kind}`)),
      );
    });
    const lambda = forLambda.webhookRouter(options).otherwise((_payload, { kind }) => void seen.push(`lambda ${kind}`));
    const signing = { url: 'https://example.com/hook', authToken };
    const [incoming, queued, sent] = messageStory();
    if (incoming === undefined || queued === undefined || sent === undefined) throw new Error('the story is too short');
    expect((await sendBySupertest(app, incoming.nodeRequest(signing))).status).toBe(200);
    expect((await server.inject(queued.injection(signing))).statusCode).toBe(204);
    const event = sent.lambdaEvent({ ...signing, source: 'load-balancer' });
    expect((await lambda(event)).statusCode).toBe(204);
    expect(seen).toEqual(['incoming', 'fastify messaging.status', 'lambda messaging.status']);
    await server.close();
  });

  test('are answered once, however often they come, by a handler that knows retries', async () => {
    const replies = new Map<string, object>();
    let answered = 0;
    const router = webhookRouter({
      ...options,
      idempotency: {
        claim: async (key) => (replies.get(key) as never) ?? 'new',
        settle: async (key, reply) => void (reply !== undefined && replies.set(key, reply)),
      },
    }).otherwise(() => {
      answered += 1;
    });
    const steps = callStory({ direction: 'outbound', repeats: 3 });
    for (const step of steps) await router.fetch(step.request({ url: 'https://example.com/hook', authToken }));
    expect(steps).toHaveLength(8);
    expect(answered).toBe(5);
  });
});

describe('a signed event of Event Streams', () => {
  test('is taken by a handler of whole requests', async () => {
    const types: unknown[] = [];
    const handler = webhook(EventStreamsRequest, options, (events) => {
      types.push(...events.map(({ type }) => type));
    });
    const event = signedRequest(EventStreamsMessagingMessageStatus, {}, { url, authToken });
    expect((await handler(event)).status).toBe(204);
    expect(types).toEqual([expect.stringContaining('com.twilio.messaging.message')]);
  });
});

test('a webhook of one’s own token is told from others by it', () => {
  const of = (more: Pick<DeliveryOptions, 'idempotencyToken' | 'seed'>) =>
    signedRequest(IncomingMessage, {}, { url, authToken, ...more }).headers.get('i-twilio-idempotency-token');
  expect(of({ seed: 1 })).not.toBe(of({ seed: 2 }));
  expect(of({ idempotencyToken: 'a-retry' })).toBe('a-retry');
});

async function sendBySupertest(app: Parameters<typeof supertest>[0], { method, path, headers, body }: NodeRequestParts) {
  const request = supertest(app);
  return method === 'GET' ? request.get(path).set(headers) : request.post(path).set(headers).send(body);
}

function sendByNode(
  port: number,
  { body, ...parts }: NodeRequestParts,
): Promise<{ readonly status: number | undefined; readonly text: string }> {
  return new Promise((resolve, reject) => {
    const request = sendRequest({ host: '127.0.0.1', port, ...parts }, async (response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of response) chunks.push(chunk as Buffer);
      resolve({ status: response.statusCode, text: Buffer.concat(chunks).toString() });
    });
    request.on('error', reject);
    request.end(body);
  });
}
