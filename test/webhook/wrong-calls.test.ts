import { IncomingMessage as NodeMessage } from 'node:http';
import { Socket } from 'node:net';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import * as express from '../../src/express/index.js';
import * as node from '../../src/node/index.js';
import { IncomingMessage } from '../../src/payloads/index.js';
import * as web from '../../src/webhook/index.js';
import { authToken } from './requests.js';

const handler = () => null;
const nodeRequest = Object.assign(new NodeMessage(new Socket()), { url: '/sms', method: 'POST' });
const webRequest = new Request('https://example.com/sms', { method: 'POST' });
const anything = (value: unknown) => value as never;

/** What a room exports, as plain JavaScript sees it. */
interface Untyped {
  webhook(...parts: unknown[]): unknown;
  webhookRouter(...parts: unknown[]): { on(...parts: unknown[]): unknown; otherwise(...parts: unknown[]): unknown };
}

describe('A program that calls wrongly hears what is expected, of', () => {
  test.each<[string, unknown]>([
    ['web', web],
    ['Node', node],
    ['Express', express],
  ])('the handlers for %s', (_, room) => {
    const { webhook, webhookRouter } = room as Untyped;
    for (const [schema, what] of [
      ['messaging.incoming', 'a string'],
      [z.object({}), /an (?:object|instance)/],
      [null, 'null'],
    ] as const) {
      expect(() => webhook(schema, handler)).toThrow(/^Webhooks are read with a schema of ringback\/payloads/);
      expect(() => webhook(schema, handler)).toThrow(what);
    }
    expect(() => webhookRouter({ authToken }).on(undefined, handler)).toThrow(/and not with nothing$/);
    expect(() => webhookRouter({ authToken }).on([IncomingMessage, undefined], handler)).toThrow(/and not with nothing$/);
    expect(() => webhookRouter({ authToken }).otherwise(undefined)).toThrow('otherwise() takes a handler');
    expect(() => webhook(IncomingMessage, undefined, handler)).toThrow(
      /^The options must be an object, such as { authToken }, and not nothing/,
    );
    expect(() => webhookRouter(authToken)).toThrow(/and not a string$/);
  });

  test.each([express.verify, node.verify])('the middleware', (verify) => {
    expect(() => verify(anything(authToken))).toThrow(/and not a string$/);
  });

  test.each<[string, () => Promise<unknown>]>([
    ['webhook', async () => web.webhook(IncomingMessage, { authToken }, handler)(anything(nodeRequest))],
    ['webhookRouter', async () => web.webhookRouter({ authToken }).fetch(anything(nodeRequest))],
    ['readWebhook', async () => web.readWebhook(anything(nodeRequest), { authToken })],
    ['verifyUpgrade', async () => web.verifyUpgrade(anything(nodeRequest), { authToken })],
  ])('%s for web requests, given one of Node', async (_, call) => {
    await expect(call()).rejects.toThrow(
      /^ringback\/webhook takes a web Request, and got an instance of IncomingMessage\. For Node, Express/,
    );
  });

  test.each<[string, (request: never) => Promise<unknown>]>([
    ['webhook', async (request) => node.webhook(IncomingMessage, { authToken }, handler)(request, anything(undefined))],
    [
      'webhook of Express',
      async (request) => express.webhook(IncomingMessage, { authToken }, handler)(request, anything(undefined), () => undefined),
    ],
    ['readWebhook', async (request) => node.readWebhook(request, { authToken })],
    ['verifyUpgrade', async (request) => node.verifyUpgrade(request, { authToken })],
  ])('%s for Node, given a web request or nothing', async (_, call) => {
    const expected = "Expected a request of Node's http module, and got";
    await expect(call(anything(webRequest))).rejects.toThrow(
      `${expected} an instance of Request. For web Requests there is ringback/webhook.`,
    );
    await expect(call(anything(undefined))).rejects.toThrow(`${expected} nothing.`);
  });

  test.each([
    ['redisIdempotency', web.redisIdempotency],
    ['postgresIdempotency', web.postgresIdempotency],
    ['keyvIdempotency', web.keyvIdempotency],
  ])('%s, when the store is made and not when Twilio calls', (_, makeStore) => {
    for (const [client, what] of [
      [undefined, 'nothing'],
      [{}, 'an object'],
      [Promise.resolve(), 'a promise: await it'],
      ['redis://localhost', 'a string'],
    ] as const)
      expect(() => makeStore(anything(client))).toThrow(new RegExp(`^Expected a .*, and got ${what}$`));
  });

  test('none of the clients that a store takes', () => {
    const run = async () => null;
    for (const client of [run, { call: run }, { sendCommand: run }]) expect(() => web.redisIdempotency(client)).not.toThrow();
    for (const client of [async () => [], { query: async () => [] }]) expect(() => web.postgresIdempotency(client)).not.toThrow();
    expect(() => web.keyvIdempotency(new Map())).not.toThrow();
  });
});
