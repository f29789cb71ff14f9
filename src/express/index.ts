import type { TwilioRequest } from '../webhook/adapter.js';

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
  webhook,
  webhookRouter,
} from '../node/index.js';

declare global {
  namespace Express {
    interface Request {
      /** What `verify` of `ringback/express` has read; absent on routes that it does not stand before. */
      twilio?: TwilioRequest | undefined;
    }
  }
}
