import type { ExpressRequest } from '../express/index.js';
import { type FastifyPlatform, type FastifyReplyLike, toFastifyHandler } from '../fastify/handler.js';
import type { FastifyRequestLike } from '../fastify/incoming.js';
import { type Next, toNodeHandler } from '../node/handler.js';
import type { NodeRequest } from '../node/incoming.js';
import type { NodeResponse } from '../node/respond.js';
import { makeRouter, makeWebhook, type RouterFunction, type WebhookFunction } from '../webhook/adapter.js';
import type { Endpoint } from '../webhook/answer.js';

/** What a method of a controller calls with its `@Req()` and `@Res()`; it is functional middleware of Nest's too. */
export type NestHandler = (
  request: NodeRequest | FastifyRequestLike,
  response: NodeResponse | FastifyReplyLike,
  next?: Next,
) => Promise<unknown>;

/** What handlers on Nest find in the context's `platform`: the request and response of Express or of Fastify. */
export type NestPlatform = readonly [request: ExpressRequest, response: NodeResponse] | FastifyPlatform;

/**
 * Answers one kind of webhook, on Express and on Fastify: in a method of a controller, or as functional middleware (`consumer.apply()`).
 * Create the application with `{ rawBody: true }`. Errors go to Nest where there is no `onError`.
 *
 * In a controller it is a field, made once, and a method hands it the request and the response: `return this.sms(request, response)`.
 */
export const webhook: WebhookFunction<NestHandler, NestPlatform> = /* @__PURE__ */ makeWebhook(toNestHandler);

/** Answers webhooks of several kinds at one URL in the same places: a handler with `on` and `otherwise`. */
export const webhookRouter: RouterFunction<NestHandler, NestPlatform> = /* @__PURE__ */ makeRouter(toNestHandler);

function toNestHandler(endpoint: Endpoint): NestHandler {
  const onFastify = toFastifyHandler(endpoint);
  const onNode = toNodeHandler(endpoint);
  return async (request, response, next) => {
    // In a controller Fastify's own request comes, and before it, as in middleware, Node's.
    if ('raw' in request) return onFastify(request, response as FastifyReplyLike);
    if (next !== undefined) return onNode(request, response as NodeResponse, next);
    const failures: unknown[] = [];
    await onNode(request, response as NodeResponse, (error) => void failures.push(error));
    // Nest has filters for what the methods of controllers throw.
    for (const failure of failures) throw failure;
    return undefined;
  };
}
