export { PayloadError, type PayloadErrorCode, type PayloadIssue } from '../errors.js';
export { type FormParameters, parseForm, writeForm } from '../request/forms.js';
export * from './account/index.js';
export {
  type Address,
  type AlphanumericAddress,
  type AnonymousAddress,
  type AnonymousReason,
  bareAddress,
  type ClientAddress,
  type MessengerAddress,
  type OtherAddress,
  type PhoneAddress,
  parseAddress,
  type RcsAddress,
  type ShortCodeAddress,
  type SimAddress,
  type SipAddress,
  type WhatsAppAddress,
} from './address.js';
export * from './chat/index.js';
export * from './conversation-relay/index.js';
export * from './conversations/index.js';
export { eventKey } from './event-key.js';
export * from './event-streams/index.js';
export * from './flex/index.js';
export { identifyWebhook, webhookKinds } from './identify-webhook.js';
export * from './intelligence/index.js';
export * from './iot/index.js';
export { type PayloadOfKind, schemaFor, type WebhookKind } from './kinds.js';
export * from './media-streams/index.js';
export * from './messaging/index.js';
export * from './notify/index.js';
export * from './numbers/index.js';
export * from './orchestrator/index.js';
export { parseWebhook, type Webhook } from './parse.js';
export * from './proxy/index.js';
export { type Drift, findDrift } from './schema/drift.js';
export {
  decimal,
  flag,
  integer,
  type JsonObject,
  type JsonValue,
  jsonText,
  openEnum,
  optional,
  type Parameter,
  type Sid,
  sid,
  timestamp,
  type Unlisted,
} from './schema/fields.js';
export type { FrameSchema } from './schema/frame.js';
export type { FrameUnion, RawFrame } from './schema/frame-union.js';
export type { PayloadInput } from './schema/input.js';
export type { Expectation, PayloadSchema } from './schema/schema.js';
export { isSid } from './schema/sid.js';
export { writeFrame } from './schema/write-frame.js';
export * from './sendgrid/index.js';
export { compareStatus, listEarlierStatuses, type StatusOf } from './status-order.js';
export * from './studio/index.js';
export * from './sync/index.js';
export * from './taskrouter/index.js';
export * from './verify/index.js';
export * from './video/index.js';
export * from './voice/index.js';
