import { toBuffer } from '../node/buffer.js';
import { hangsUp } from '../node/respond.js';
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
import { listHeaders, type PlainReply } from '../webhook/plain-reply.js';
import { type FastifyRequestLike, fromFastifyRequest } from './incoming.js';
import { addRawParser, type FastifyInstanceLike, markWebhook } from './raw-bodies.js';

export type { AdapterRouter, RouterFunction, TwilioRequest, VerifyMiddlewareOptions, WebhookFunction } from '../webhook/adapter.js';
export type { FastifyRequestLike } from './incoming.js';
export type { FastifyInstanceLike, RawBodiesOptions } from './raw-bodies.js';

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
 * the scope that it is registered in, with all parsers that the scope has by then, and leaves the rest of the application alone. The body
 * of a request that `webhook` refuses anyway, because it has no signature, is not read.
 */
export const rawBodies = /* @__PURE__ */ makePlugin(addRawParser);

/**
 * A `preHandler` hook that lets signed requests pass, with what it read at `request.twilio`, and ends all others.
 *
 * @throws TypeError when the options can never work, such as an empty auth token.
 */
export function verify(options: VerifyMiddlewareOptions = {}): FastifyHook {
  checkOptions(options);
  return async (request, reply) => {
    const passage = await passIncoming(fromFastifyRequest(request, [request, reply]), options);
    if (!passage.passed) return sendReply(passage.reply, request, reply);
    request.twilio = passage.twilio;
    return undefined;
  };
}

/** A plugin is meant for its parent's scope when it says so by this symbol. */
// @__NO_SIDE_EFFECTS__
function makePlugin<Options>(
  apply: (scope: FastifyInstanceLike, options?: Options) => void,
): (scope: FastifyInstanceLike, options?: Options) => Promise<void> {
  const plugin = async (scope: FastifyInstanceLike, options?: Options) => apply(scope, options);
  return Object.assign(plugin, { [Symbol.for('skip-override')]: true, [Symbol.for('fastify.display-name')]: 'ringback-raw-bodies' });
}

function toFastifyHandler(endpoint: Endpoint): FastifyHandler {
  const rethrowing = { ...endpoint, rethrows: true };
  return markWebhook(async (request, reply) =>
    sendReply(await answerRequest(fromFastifyRequest(request, [request, reply]), rethrowing), request, reply),
  );
}

/** Sends an answer by Fastify's reply, which has to be returned. */
function sendReply(answer: PlainReply, { raw }: FastifyRequestLike, reply: FastifyReplyLike): FastifyReplyLike {
  reply.status(answer.status);
  for (const [name, value] of listHeaders(answer)) reply.header(name, value);
  if (hangsUp(answer, raw)) reply.header('connection', 'close');
  reply.send(toBuffer(answer.body));
  return reply;
}
