import {
  makeRouter,
  makeWebhook,
  passIncoming,
  type RouterFunction,
  type TwilioRequest,
  type VerifyMiddlewareOptions,
  type WebhookFunction,
} from '../webhook/adapter.js';
import { toReason } from '../webhook/answer.js';
import { checkOptions, type VerifyOptions } from '../webhook/options.js';
import { type ReadWebhook, readIncoming } from '../webhook/read-webhook.js';
import { type UpgradeOptions, type VerifiedUpgrade, verifyIncomingUpgrade } from '../webhook/upgrade.js';
import { type Next, type NodeHandler, type NodePlatform, toNodeHandler } from './handler.js';
import { fromNodeRequest, type NodeRequest } from './incoming.js';
import { type NodeResponse, sendReply } from './respond.js';

export type { AdapterRouter, RouterFunction, TwilioRequest, VerifyMiddlewareOptions, WebhookFunction } from '../webhook/adapter.js';
export type { UpgradeOptions, VerifiedUpgrade } from '../webhook/upgrade.js';
export type { NodeHandler, NodePlatform } from './handler.js';
export type { NodeRequest } from './incoming.js';
export type { NodeResponse } from './respond.js';

/** Middleware of Connect and Express. */
export type NodeMiddleware = (
  request: NodeRequest & { twilio?: TwilioRequest | undefined },
  response: NodeResponse,
  next: Next,
) => Promise<void>;

/**
 * Answers one kind of webhook on Node's http module, Connect or Express.
 *
 * @example
 * ```ts
 * createServer(webhook(IncomingMessage, (message) => messagingResponse().message(`You said ${message.Body}`)));
 * ```
 */
export const webhook: WebhookFunction<NodeHandler, NodePlatform> = /* @__PURE__ */ makeWebhook(toNodeHandler);

/** Answers webhooks of several kinds at one URL on Node's http module, Connect or Express: a handler with `on` and `otherwise`. */
export const webhookRouter: RouterFunction<NodeHandler, NodePlatform> = /* @__PURE__ */ makeRouter(toNodeHandler);

/**
 * Middleware for Connect and Express that lets signed requests pass, with what it read at `request.twilio` and the body at
 * `request.rawBody`, and ends all others.
 *
 * @throws TypeError when the options can never work, such as an empty auth token.
 */
export function verify(options: VerifyMiddlewareOptions = {}): NodeMiddleware {
  checkOptions(options);
  return async (request, response, next) => {
    try {
      const passage = await passIncoming(fromNodeRequest(request, [request, response]), options);
      if (!passage.passed) return sendReply(passage.reply, response);
      Object.assign(request, { twilio: passage.twilio, rawBody: request.rawBody ?? passage.rawBody });
    } catch (error) {
      return next(toReason(error));
    }
    next();
  };
}

/**
 * Verifies and reads a request, for those who answer it themselves.
 *
 * @throws RingbackError when the request is to be refused, with the `status` to answer; TypeError when there is no auth token.
 */
export function readWebhook(request: NodeRequest, options: VerifyOptions = {}): Promise<ReadWebhook> {
  return readIncoming(fromNodeRequest(request, []), options);
}

/**
 * Verifies the upgrade to a WebSocket of Media Streams or ConversationRelay, before it is accepted.
 *
 * @example
 * ```ts
 * server.on('upgrade', async (request, socket, head) => {
 *   try {
 *     await verifyUpgrade(request, { publicUrl: 'https://example.com' });
 *   } catch (error) {
 *     return socket.end(`HTTP/1.1 ${error.status ?? 500} Refused\r\n\r\n`);
 *   }
 *   sockets.handleUpgrade(request, socket, head, (webSocket) => sockets.emit('connection', webSocket, request));
 * });
 * ```
 *
 * @throws RingbackError when the upgrade is to be refused, with the `status` to answer; TypeError when there is no auth token.
 */
export function verifyUpgrade(
  request: Pick<NodeRequest, 'method' | 'url' | 'headers' | 'socket'>,
  options: UpgradeOptions = {},
): Promise<VerifiedUpgrade> {
  return verifyIncomingUpgrade(fromNodeRequest(request as NodeRequest, []), options);
}
