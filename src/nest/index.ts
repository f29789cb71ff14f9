export type { NodeMiddleware, NodeRequest, NodeResponse } from '../node/index.js';
export type { AdapterRouter, RouterFunction, TwilioRequest, VerifyMiddlewareOptions, WebhookFunction } from '../webhook/adapter.js';
export type { NestContext } from './context.js';
export { type TwilioGuard, twilioGuard } from './guard.js';
export { type NestHandler, type NestPlatform, webhook, webhookRouter } from './handler.js';
export { TwilioPayload } from './payload.js';
export { type TwilioReply, twilioReply } from './reply.js';
export { verify } from './verify.js';
