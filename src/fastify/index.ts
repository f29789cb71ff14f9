import {
  makeRouter,
  makeWebhook,
  passIncoming,
  type RouterFunction,
  type TwilioRequest,
  type VerifyMiddlewareOptions,
  type WebhookFunction,
} from '../webhook/adapter.js';
import { checkOptions } from '../webhook/options.js';
import { type FastifyHandler, type FastifyPlatform, type FastifyReplyLike, sendReply, toFastifyHandler } from './handler.js';
import { type FastifyRequestLike, fromFastifyRequest } from './incoming.js';
import { addRawParser, type FastifyInstanceLike } from './raw-bodies.js';

export type {
  AdapterRouter,
  PathParameters,
  RouterFunction,
  TwilioRequest,
  VerifyMiddlewareOptions,
  WebhookFunction,
} from '../webhook/adapter.js';
export type { FastifyHandler, FastifyPlatform, FastifyReplyLike } from './handler.js';
export type { FastifyRequestLike } from './incoming.js';
export type { FastifyInstanceLike, RawBodiesOptions } from './raw-bodies.js';

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
export const webhook: WebhookFunction<FastifyHandler, FastifyPlatform> = /* @__PURE__ */ makeWebhook(toFastifyHandler);

/** Answers webhooks of several kinds on a route of Fastify's: a handler with `on` and `otherwise`. */
export const webhookRouter: RouterFunction<FastifyHandler, FastifyPlatform> = /* @__PURE__ */ makeRouter(toFastifyHandler);

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
