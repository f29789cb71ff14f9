import type * as z from 'zod';
import { type JsonObject, oneOf, openEnum, optional, text } from '../schema/fields.js';
import type { PayloadOf } from '../schema/form.js';
import { type FrameSchema, frame, frameNumber } from '../schema/frame.js';
import { jsonRecord, jsonValue } from '../schema/json-fields.js';
import { lazyUnion } from '../schema/lazily.js';

const textOrObject: z.ZodType<string | JsonObject> = /* @__PURE__ */ lazyUnion<string | JsonObject>(() => [
  text(),
  jsonRecord(jsonValue()),
]);

const fields = {
  /** `info`. */
  type: oneOf('info'),
  /** What is told. */
  name: openEnum('agentSpeaking', 'clientSpeaking', 'tokensPlayed', 'roundTripDelayMs', 'configUpdated'),
  /** `on` or `off` for the speakers, the text that was played, or milliseconds in decimal digits; of `configUpdated` it was not seen. */
  value: optional(textOrObject),
  /** When it happened, in milliseconds since 1970; of the speakers alone. */
  ts: optional(frameNumber()),
};

/** Somebody started or stopped speaking, text was played, a delay was measured, or settings changed. */
export interface ConversationRelayInfo extends PayloadOf<typeof fields> {}

/**
 * Comes from Twilio for what the attribute `events` names; with `config-updated` in it also after a `config` command, and when a provider
 * failed and another took over.
 */
export const ConversationRelayInfo: FrameSchema<ConversationRelayInfo, 'conversation-relay.info'> = frame({
  kind: 'conversation-relay.info',
  title: 'info',
  fields: [fields],
});
