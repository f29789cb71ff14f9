import { oneOf, optional, text } from '../schema/fields.js';
import type { PayloadOf } from '../schema/form.js';
import { type FrameSchema, frame } from '../schema/frame.js';
import { jsonBoolean } from '../schema/json-fields.js';

const fields = {
  /** `prompt`. */
  type: oneOf('prompt'),
  /** The words: before the utterance is over, all of them so far. */
  voicePrompt: text(),
  /** The language: BCP 47. */
  lang: optional(text()),
  /** Whether the utterance is over; false only with `partialPrompts`. */
  last: optional(jsonBoolean()),
  /** Named by Twilio's own library, and never seen. */
  agentSpeaking: optional(text()),
};

/** The caller said something. */
export interface ConversationRelayPrompt extends PayloadOf<typeof fields> {}

/**
 * Comes from Twilio when an utterance is over, with `partialPrompts` also within it. Answer with `text`. With the attribute `includeInPrompt`
 * it has further fields, whose names no page that was seen shows; they stay as they come.
 */
export const ConversationRelayPrompt: FrameSchema<ConversationRelayPrompt, 'conversation-relay.prompt'> = frame({
  kind: 'conversation-relay.prompt',
  title: 'prompt',
  fields: [fields],
});
