export type { RouteConditions } from './conditions.js';
export type { WebhookContext } from './context.js';
export { type OtherwiseHandler, type WebhookRouter, webhookRouter } from './dispatch.js';
export { type FetchHandler, type PayloadHandler, type PlatformParts, type WebhookHandler, webhook } from './handler.js';
export type { IdempotencyStore, StoredReply } from './idempotency.js';
export { type KeyvLike, keyvIdempotency } from './keyv-idempotency.js';
export type { MarkOutcome } from './marks.js';
export type { AuthToken, VerifyOptions, WebhookOptions } from './options.js';
export { type PostgresClient, type PostgresStoreOptions, postgresIdempotency } from './postgres-idempotency.js';
export { type ReadWebhook, readWebhook } from './read-webhook.js';
export { type RedisClient, redisIdempotency } from './redis-idempotency.js';
export type {
  Awaitable,
  FaxReply,
  JsonReply,
  MessagingReply,
  NoReply,
  ReplyOf,
  VoiceReply,
  WebhookSchema,
} from './reply.js';
export type { SocketLike, SocketSource } from './socket-source.js';
export {
  type ConversationRelaySocket,
  conversationRelay,
  type MediaStreamSocket,
  mediaStream,
} from './sockets.js';
export type { StoreOptions } from './stores.js';
export type { SocketOptions, TwilioSocket } from './twilio-socket.js';
export { type UpgradeOptions, type VerifiedUpgrade, verifyUpgrade } from './upgrade.js';
