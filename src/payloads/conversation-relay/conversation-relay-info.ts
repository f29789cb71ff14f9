import { oneOf, openEnum, optional, text } from '../schema/fields.js';
import type { PayloadOf } from '../schema/form.js';
import { type FrameSchema, frame, frameNumber } from '../schema/frame.js';

const fields = {
  /** `info`. */
  type: oneOf('info'),
  /** What is told. */
  name: openEnum('agentSpeaking', 'clientSpeaking', 'tokensPlayed', 'roundTripDelayMs'),
  /** `on` or `off` for the speakers, the text that was played, or milliseconds in decimal digits. */
  value: optional(text()),
  /** When it happened, in milliseconds since 1970; of the speakers alone. */
  ts: optional(frameNumber()),
};

/** Somebody started or stopped speaking, text was played, or a delay was measured. */
export interface ConversationRelayInfo extends PayloadOf<typeof fields> {}

/** Comes from Twilio for what the attribute `events` names; no page describes it. */
export const ConversationRelayInfo: FrameSchema<ConversationRelayInfo, 'conversation-relay.info'> = frame({
  kind: 'conversation-relay.info',
  title: 'info',
  fields: [fields],
});
