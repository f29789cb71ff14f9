export type { WebhookContext } from './context.js';
export { type OtherwiseHandler, type WebhookRouter, webhookRouter } from './dispatch.js';
export { type FetchHandler, type WebhookHandler, webhook } from './handler.js';
export type { IdempotencyStore, StoredReply } from './idempotency.js';
export { type KeyvLike, keyvIdempotency } from './keyv-idempotency.js';
export type { MarkOutcome } from './marks.js';
export type { AuthToken, VerifyOptions, WebhookOptions } from './options.js';
export { type ReadWebhook, readWebhook } from './read-webhook.js';
export { type RedisClient, redisIdempotency } from './redis-idempotency.js';
export type { Awaitable, ReplyOf, WebhookSchema } from './reply.js';
export {
  type ConversationRelaySocket,
  conversationRelay,
  type MediaStreamSocket,
  mediaStream,
} from './sockets.js';
export type { StoreOptions } from './stores.js';
export type { SocketLike, SocketOptions, TwilioSocket } from './twilio-socket.js';
export { type UpgradeOptions, type VerifiedUpgrade, verifyUpgrade } from './upgrade.js';
