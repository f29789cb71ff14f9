import { assertType, expectTypeOf, test } from 'vitest';
import { webhook as expressWebhook } from '../../src/express/index.js';
import { webhookRouter as fastifyRouter } from '../../src/fastify/index.js';
import { webhook as koaWebhook } from '../../src/koa/index.js';
import { webhook as lambdaWebhook } from '../../src/lambda/index.js';
import { webhook as nestWebhook } from '../../src/nest/index.js';
import { type NodeHandler, webhookRouter as nodeRouter, webhook as nodeWebhook } from '../../src/node/index.js';
import { CallStatusCallback, IncomingCall, IncomingMessage, type MessageMedia } from '../../src/payloads/index.js';
import { messagingResponse, voiceResponse } from '../../src/twiml/index.js';
import {
  conversationRelay,
  type FetchHandler,
  keyvIdempotency,
  mediaStream,
  type RedisClient,
  redisIdempotency,
  type WebhookContext,
  webhook,
  webhookRouter,
} from '../../src/webhook/index.js';
import { Assignment, Either, Unsigned } from '../webhook/schemas.js';

test('the payload is typed by its schema', () => {
  webhook(IncomingMessage, (message, context) => {
    expectTypeOf(message).toEqualTypeOf<IncomingMessage>();
    expectTypeOf(message.Media).toEqualTypeOf<readonly MessageMedia[]>();
    expectTypeOf(message.NumMedia).toEqualTypeOf<number>();
    expectTypeOf(context.query).toEqualTypeOf<URLSearchParams>();
    // @ts-expect-error -- there is no such field
    assertType(message.Bdoy);
    return null;
  });
});

test('a reply of the wrong family does not compile', () => {
  webhook(IncomingMessage, () => messagingResponse());
  webhook(IncomingMessage, async () => new Response());
  webhook(IncomingCall, ({ From }) => (From === 'anonymous' ? voiceResponse().reject() : voiceResponse().say('Hello.')));
  // @ts-expect-error -- a message is not answered by a voice document
  webhook(IncomingMessage, () => voiceResponse());
  // @ts-expect-error -- nor by text
  webhook(IncomingMessage, () => 'Hello');
  // @ts-expect-error -- nor by forgetting to return
  webhook(IncomingMessage, () => {});
  // @ts-expect-error -- what is only told is not answered by a document
  webhook(CallStatusCallback, () => voiceResponse());
});

test('nothing is returned to what is only told', () => {
  webhook(CallStatusCallback, () => {});
  webhook(CallStatusCallback, async ({ CallDuration }) => {
    expectTypeOf(CallDuration).toEqualTypeOf<number | undefined>();
  });
});

test('a router takes one schema or several', () => {
  webhookRouter()
    .on(IncomingMessage, () => null)
    .on([IncomingCall], (call) => voiceResponse().say(call.From))
    .otherwise(() => undefined);
  // @ts-expect-error -- a misspelt option
  webhookRouter({ authTokn: 'x' });
});

test('a router takes conditions on the URL', () => {
  webhookRouter()
    .on(IncomingMessage, { query: { mode: 'menu' }, path: ['/sms', '/mms'] }, ({ Body }) => messagingResponse().message(Body))
    .on([IncomingCall], { query: { mode: ['a', 'b'] } }, () => voiceResponse());
  // @ts-expect-error -- a misspelt condition
  webhookRouter().on(IncomingMessage, { querry: { mode: 'menu' } }, () => null);
  // @ts-expect-error -- a query is text
  webhookRouter().on(IncomingMessage, { query: { mode: 1 } }, () => null);
  // @ts-expect-error -- conditions change nothing about the reply
  webhookRouter().on(IncomingMessage, { query: { mode: 'menu' } }, () => voiceResponse());
});

test('what comes beside the request is typed by the adapter, or by the handler', () => {
  expressWebhook(IncomingCall, (_, { platform: [request] }) => {
    expectTypeOf(request.params).toEqualTypeOf<Readonly<Record<string, string | readonly string[] | undefined>>>();
    return null;
  });
  fastifyRouter().on(IncomingCall, (_, { platform: [{ params }] }) => voiceResponse().say(params.name ?? 'nobody'));
  koaWebhook(IncomingCall, (_, { platform: [{ params }] }) => voiceResponse().say(params.name ?? 'nobody'));
  lambdaWebhook(IncomingCall, (_, { platform: [{ pathParameters }] }) => voiceResponse().say(pathParameters?.name ?? 'nobody'));
  nestWebhook(IncomingCall, (_, { platform: [{ params }] }) => voiceResponse().say(String(params.name)));
  // @ts-expect-error -- Node itself has no routes
  nodeWebhook(IncomingCall, (_, { platform: [{ params }] }) => voiceResponse().say(String(params)));

  type Route = { readonly params: Promise<{ readonly name: string }> };
  const POST = webhook(IncomingCall, async (_, { platform: [route] }: WebhookContext<[Route]>) => {
    expectTypeOf(route).toEqualTypeOf<Route>();
    return voiceResponse().say((await route.params).name);
  });
  expectTypeOf(POST).toEqualTypeOf<FetchHandler<[Route]>>();
  // @ts-expect-error -- it must be passed then
  POST(new Request('https://example.com'));
  webhookRouter<[Route]>().on(IncomingCall, async (_, { platform: [{ params }] }) => voiceResponse().say((await params).name));
  expectTypeOf(webhook(IncomingCall, () => null)).toEqualTypeOf<FetchHandler>();
  expectTypeOf(webhook(IncomingCall, (_, { platform }) => (platform.length > 1 ? null : null))).toEqualTypeOf<FetchHandler>();
});

test('JSON is answered as the schema of the reply says, with literals narrow', () => {
  webhook(Assignment, () => ({ instruction: 'accept' }));
  webhook(Assignment, async ({ TaskSid }) => (TaskSid === 'WT1' ? { instruction: 'dequeue', from: '+1' } : { instruction: 'accept' }));
  webhook(Assignment, { onDeadline: () => ({ instruction: 'accept' }), onError: () => null }, () => null);
  // @ts-expect-error -- there is no such instruction
  webhook(Assignment, () => ({ instruction: 'dance' }));
  // @ts-expect-error -- a fallback is an answer too
  webhook(Assignment, { onDeadline: () => voiceResponse() }, () => null);
  // @ts-expect-error -- a document is no instruction
  webhook(Assignment, () => voiceResponse());
});

test('where several answers are right, each of them compiles', () => {
  webhook(Either, () => voiceResponse());
  webhook(Either, ({ TaskSid }) => ({ any: [TaskSid, 1, null] }));
  webhook(Either, () => null);
  // @ts-expect-error -- of another family
  webhook(Either, () => messagingResponse());
  // @ts-expect-error -- no JSON
  webhook(Either, () => () => 1);
});

test('what Twilio does not sign has no handler', () => {
  // @ts-expect-error -- anybody could have sent it
  webhook(Unsigned, () => {});
  // @ts-expect-error -- nor in a router
  webhookRouter().on(Unsigned, () => {});
});

test('adapters take the same arguments', () => {
  expectTypeOf(nodeWebhook(IncomingMessage, () => messagingResponse())).toEqualTypeOf<NodeHandler>();
  expectTypeOf(nodeRouter().on(IncomingMessage, () => null)).toExtend<NodeHandler>();
  // @ts-expect-error -- a message is not answered by a voice document
  nodeWebhook(IncomingMessage, () => voiceResponse());
});

test('stores take the clients that there are', () => {
  expectTypeOf(redisIdempotency).parameter(0).toExtend<RedisClient>();
  redisIdempotency({ call: async (_command: string, ..._parts: (string | number | Uint8Array)[]): Promise<unknown> => null });
  redisIdempotency({ sendCommand: async (_command: readonly (string | Uint8Array)[]): Promise<string | null> => null });
  keyvIdempotency(new Map<string, unknown>());
  // @ts-expect-error -- no client
  redisIdempotency({});
});

test('messages and commands of sockets are typed', () => {
  const socket = new WebSocket('wss://example.com');
  mediaStream(socket)
    .on('media', ({ media, streamSid }, stream) => stream.send({ event: 'media', streamSid, media: { payload: media.payload } }))
    .on('unknown', ({ frame }) => expectTypeOf(frame).toEqualTypeOf<unknown>())
    // @ts-expect-error -- there is no such message
    .on('medium', () => undefined);
  // @ts-expect-error -- nor such a command
  mediaStream(socket).send({ event: 'start' });
  conversationRelay(socket).on('prompt', async ({ voicePrompt }, relay) => {
    expectTypeOf(voicePrompt).toEqualTypeOf<string>();
    // @ts-expect-error -- a command of the other protocol
    relay.send({ event: 'clear', streamSid: 'MZ1' });
  });
});
