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
export const webhook: WebhookFunction<FastifyHandler, FastifyPlatform> = /* @__PURE__ */ makeWebhook(toFastifyHandler);

/** Answers webhooks of several kinds on a route of Fastify's: a handler with `on` and `otherwise`. */
export const webhookRouter: RouterFunction<FastifyHandler, FastifyPlatform> = /* @__PURE__ */ makeRouter(toFastifyHandler);

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
