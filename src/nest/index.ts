export {
  type AdapterRouter,
  type NodeHandler,
  type NodeMiddleware,
  type NodeRequest,
  type NodeResponse,
  type RouterFunction,
  type TwilioRequest,
  type VerifyMiddlewareOptions,
  type WebhookFunction,
  webhook,
  webhookRouter,
} from '../node/index.js';
export type { NestContext } from './context.js';
export { type TwilioGuard, twilioGuard } from './guard.js';
export { TwilioPayload } from './payload.js';
export { type TwilioReply, twilioReply } from './reply.js';
export { verify } from './verify.js';
