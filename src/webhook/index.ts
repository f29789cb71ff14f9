export type { WebhookContext } from './context.js';
export { type OtherwiseHandler, type WebhookRouter, webhookRouter } from './dispatch.js';
export { type FetchHandler, type WebhookHandler, webhook } from './handler.js';
export type { IdempotencyStore, StoredReply } from './idempotency.js';
export type { AuthToken, VerifyOptions, WebhookOptions } from './options.js';
export { type ReadWebhook, readWebhook } from './read-webhook.js';
export type { Awaitable, ReplyOf, WebhookSchema } from './reply.js';
