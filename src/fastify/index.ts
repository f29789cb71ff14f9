import { readBuffer } from '../node/buffer.js';
import { listHeaders } from '../node/respond.js';
import {
  makeRouter,
  makeWebhook,
  passIncoming,
  type RouterFunction,
  type TwilioRequest,
  type VerifyMiddlewareOptions,
  type WebhookFunction,
} from '../webhook/adapter.js';
import { answerRequest, type Endpoint } from '../webhook/answer.js';
import { checkOptions } from '../webhook/options.js';
import { type FastifyRequestLike, fromFastifyRequest } from './incoming.js';

export type { AdapterRouter, RouterFunction, TwilioRequest, VerifyMiddlewareOptions, WebhookFunction } from '../webhook/adapter.js';
export type { FastifyRequestLike } from './incoming.js';

/** What is used of Fastify's reply. */
export interface FastifyReplyLike {
  status(code: number): unknown;
  header(name: string, value: unknown): unknown;
  send(body?: unknown): unknown;
}

/** A route handler of Fastify's. */
export type FastifyHandler = (request: FastifyRequestLike, reply: FastifyReplyLike) => Promise<unknown>;

/** A `preHandler` hook of Fastify's. */
export type FastifyHook = (
  request: FastifyRequestLike & { twilio?: TwilioRequest | undefined },
  reply: FastifyReplyLike,
) => Promise<unknown>;

/** What is used of a Fastify instance. */
export interface FastifyInstanceLike {
  removeAllContentTypeParsers(): unknown;
  addContentTypeParser(type: string, options: { readonly parseAs: 'buffer' }, parser: RawParser): unknown;
}

type RawParser = (request: unknown, body: unknown, done: (error: Error | null, body?: unknown) => void) => void;

/**
 * Answers one kind of webhook on a route of Fastify's, in a scope that {@link rawBodies} is registered in. Errors go to Fastify's error
 * handler where there is no `onError`.
 *
 * @example
 * ```ts
 * app.register(async (scope) => {
 *   scope.register(rawBodies);
 *   scope.post('/sms', webhook(IncomingMessage, (message) => messagingResponse().message(`You said ${message.Body}`)));
 * });
 * ```
 */
export const webhook: WebhookFunction<FastifyHandler> = /* @__PURE__ */ makeWebhook(toFastifyHandler);

/** Answers webhooks of several kinds on a route of Fastify's: a handler with `on` and `otherwise`. */
export const webhookRouter: RouterFunction<FastifyHandler> = /* @__PURE__ */ makeRouter(toFastifyHandler);

/**
 * A plugin that leaves bodies as they came, as bytes, since signatures cover those; Fastify itself refuses forms with a 415. It works on
 * the scope that it is registered in, with all parsers that the scope has by then, and leaves the rest of the application alone.
 */
export const rawBodies = /* @__PURE__ */ makePlugin((scope: FastifyInstanceLike): void => {
  scope.removeAllContentTypeParsers();
  scope.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
});

/**
 * A `preHandler` hook that lets signed requests pass, with what it read at `request.twilio`, and ends all others.
 *
 * @throws TypeError when the options can never work, such as an empty auth token.
 */
export function verify(options: VerifyMiddlewareOptions = {}): FastifyHook {
  checkOptions(options);
  return async (request, reply) => {
    const passage = await passIncoming(fromFastifyRequest(request, [request, reply]), options);
    if (!passage.passed) return sendReply(passage.response, reply);
    request.twilio = passage.twilio;
    return undefined;
  };
}

/** A plugin is meant for its parent's scope when it says so by this symbol. */
// @__NO_SIDE_EFFECTS__
function makePlugin(apply: (scope: FastifyInstanceLike) => void): (scope: FastifyInstanceLike) => Promise<void> {
  const plugin = async (scope: FastifyInstanceLike) => apply(scope);
  return Object.assign(plugin, { [Symbol.for('skip-override')]: true, [Symbol.for('fastify.display-name')]: 'ringback-raw-bodies' });
}

function toFastifyHandler(endpoint: Endpoint): FastifyHandler {
  return async (request, reply) =>
    sendReply(await answerRequest(fromFastifyRequest(request, [request, reply]), { ...endpoint, rethrows: true }), reply);
}

/** Sends a web `Response` by Fastify's reply, which has to be returned. */
async function sendReply(response: Response, reply: FastifyReplyLike): Promise<unknown> {
  const body = await readBuffer(response);
  reply.status(response.status);
  for (const [name, value] of listHeaders(response)) reply.header(name, value);
  reply.send(body);
  return reply;
}
