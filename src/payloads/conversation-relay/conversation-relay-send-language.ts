import { oneOf, text } from '../schema/fields.js';
import type { PayloadOf } from '../schema/form.js';
import { type FrameSchema, frame, setting } from '../schema/frame.js';

const fields = {
  /** `language`. */
  type: oneOf('language'),
  /** The language to speak: BCP 47. */
  ttsLanguage: setting(text()),
  /** The language to listen for: BCP 47. */
  transcriptionLanguage: setting(text()),
};

/** Changes the language of what is said from now on, or heard, or both; one of the two is needed. */
export interface ConversationRelaySendLanguage extends PayloadOf<typeof fields> {}

/** A command to Twilio. Only languages that the `<ConversationRelay>` was set up with are spoken. */
export const ConversationRelaySendLanguage: FrameSchema<ConversationRelaySendLanguage, 'conversation-relay.send-language'> =
  /* @__PURE__ */ frame<ConversationRelaySendLanguage, 'conversation-relay.send-language'>({
    kind: 'conversation-relay.send-language',
    title: 'language',
    fields: [fields],
  }).refine((command) => command.ttsLanguage !== undefined || command.transcriptionLanguage !== undefined, {
    error: 'expected ttsLanguage, transcriptionLanguage or both',
  });
