import {
  type NodeHandler,
  type NodeRequest,
  type NodeResponse,
  webhookRouter as nodeRouter,
  webhook as nodeWebhook,
} from '../node/index.js';
import type { RouterFunction, TwilioRequest, WebhookFunction } from '../webhook/adapter.js';

export {
  type AdapterRouter,
  type NodeHandler,
  type NodeMiddleware,
  type NodeRequest,
  type NodeResponse,
  type RouterFunction,
  readWebhook,
  type TwilioRequest,
  type UpgradeOptions,
  type VerifiedUpgrade,
  type VerifyMiddlewareOptions,
  verify,
  verifyUpgrade,
  type WebhookFunction,
} from '../node/index.js';

/** What is used of Express's request, for handlers. For the rest of it, `platform[0] as Request` of Express's own types. */
export interface ExpressRequest extends NodeRequest {
  /** The parameters of the route's path, as in `/calls/:sid`. A wildcard of Express 5 is a list. */
  readonly params: Readonly<Record<string, string | readonly string[] | undefined>>;
}

/** What handlers on Express find in the context's `platform`. */
export type ExpressPlatform = readonly [request: ExpressRequest, response: NodeResponse];

/**
 * Answers one kind of webhook on Express, before body parsers. Errors go to the application's error handler where there is no `onError`.
 *
 * @example
 * ```ts
 * app.post('/sms', webhook(IncomingMessage, (message) => messagingResponse().message(`You said ${message.Body}`)));
 * ```
 */
export const webhook: WebhookFunction<NodeHandler, ExpressPlatform> = nodeWebhook as WebhookFunction<NodeHandler, never>;

/** Answers webhooks of several kinds at one URL on Express: a handler with `on` and `otherwise`. */
export const webhookRouter: RouterFunction<NodeHandler, ExpressPlatform> = nodeRouter as RouterFunction<NodeHandler, never>;

declare global {
  namespace Express {
    interface Request {
      /** What `verify` of `ringback/express` has read; absent on routes that it does not stand before. */
      twilio?: TwilioRequest | undefined;
    }
  }
}
