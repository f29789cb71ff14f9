import { answerRequest, type Endpoint } from '../webhook/answer.js';
import { makeRoutes, type WebhookRoutes } from '../webhook/dispatch.js';
import { makeEndpoint, type WebhookArguments, type WebhookHandler } from '../webhook/handler.js';
import type { VerifyOptions, WebhookOptions } from '../webhook/options.js';
import { type ReadWebhook, readIncoming } from '../webhook/read-webhook.js';
import type { ReplyOf, WebhookSchema } from '../webhook/reply.js';
import { fromNodeRequest, type NodeRequest } from './incoming.js';
import { type NodeResponse, sendResponse } from './respond.js';

export type { NodeRequest } from './incoming.js';
export type { NodeResponse } from './respond.js';

/** The `next` of Connect and Express, where there is one. */
type Next = (error?: unknown) => void;

/** What `http.createServer`, Connect and Express call. */
export type NodeHandler = (request: NodeRequest, response: NodeResponse, next?: Next) => Promise<void>;

/**
 * Answers one kind of webhook on Node's http module, Connect or Express.
 *
 * @example
 * ```ts
 * createServer(webhook(IncomingMessage, (message) => messagingResponse().message(`You said ${message.Body}`)));
 * ```
 *
 * @throws TypeError when the options can never work, such as an empty auth token.
 */
export function webhook<Schema extends WebhookSchema>(schema: Schema, handler: WebhookHandler<Schema>): NodeHandler;
export function webhook<Schema extends WebhookSchema>(
  schema: Schema,
  options: WebhookOptions<ReplyOf<Schema>>,
  handler: WebhookHandler<Schema>,
): NodeHandler;
export function webhook<Schema extends WebhookSchema>(...parts: WebhookArguments<Schema>): NodeHandler {
  return toNodeHandler(makeEndpoint(parts));
}

/** Answers webhooks of several kinds at one URL on Node's http module, Connect or Express. */
export interface NodeRouter extends WebhookRoutes {
  /** The handler for `http.createServer`, Connect and Express; bound, so that it can be handed on. */
  readonly handle: NodeHandler;
}

/** Starts a router, which tells webhooks apart by their parameters. */
export function webhookRouter(options: WebhookOptions = {}): NodeRouter {
  const { routes, endpoint } = makeRoutes(options);
  return Object.assign(routes, { handle: toNodeHandler(endpoint) });
}

/**
 * Verifies and reads a request, for those who answer it themselves.
 *
 * @throws RingbackError when the request is to be refused, with the `status` to answer; TypeError when there is no auth token.
 */
export function readWebhook(request: NodeRequest, options: VerifyOptions = {}): Promise<ReadWebhook> {
  return readIncoming(fromNodeRequest(request, []), options);
}

/** Runs an endpoint on Node. Errors go to `next` where there is one. */
function toNodeHandler(endpoint: Endpoint): NodeHandler {
  return async (request, response, next) => {
    try {
      const incoming = fromNodeRequest(request, [request, response]);
      await sendResponse(await answerRequest(incoming, { ...endpoint, rethrows: next !== undefined }), response);
    } catch (error) {
      if (next === undefined) throw error;
      next(error);
    }
  };
}
