export { PayloadError, type PayloadErrorCode, type PayloadIssue } from '../errors.js';
export { type FormParameters, parseForm, writeForm } from '../request/forms.js';
export * from './conversation-relay/index.js';
export { type Drift, findDrift } from './drift.js';
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
} from './fields.js';
export type { FrameSchema } from './frame.js';
export type { FrameUnion } from './frame-union.js';
export type { PayloadInput } from './input.js';
export { identifyWebhook, type PayloadOfKind, schemaFor, type WebhookKind, webhookKinds } from './kinds.js';
export * from './media-streams/index.js';
export * from './messaging/index.js';
export { parseWebhook, type Webhook } from './parse.js';
export type { Expectation, PayloadSchema } from './schema.js';
export * from './voice/index.js';
export { writeFrame } from './write-frame.js';
