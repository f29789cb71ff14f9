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
  /** Who speaks: `ElevenLabs`, `Google` or `Amazon`. */
  ttsProvider: setting(text()),
  /** The voice, by the name that its provider has for it. */
  voice: setting(text()),
  /** Who listens: `Google` or `Deepgram`. */
  transcriptionProvider: setting(text()),
  /** The provider's model of speech. */
  speechModel: setting(text()),
  /** Words that the caller is likely to say, with commas between them. */
  hints: setting(text()),
};

/** Changes the language of what is said from now on, or heard, or both; one of the two is needed. */
export interface ConversationRelaySendLanguage extends PayloadOf<typeof fields> {}

/**
 * A command to Twilio. Since October 2026 it may name a language that the TwiML did not set up, and say what speaks and listens in it; fields
 * of other names, such as those of text normalization, go out as they are.
 */
export const ConversationRelaySendLanguage: FrameSchema<ConversationRelaySendLanguage, 'conversation-relay.send-language'> =
  /* @__PURE__ */ frame<ConversationRelaySendLanguage, 'conversation-relay.send-language'>({
    kind: 'conversation-relay.send-language',
    title: 'language',
    fields: [fields],
    must: {
      hold: (command) => command.ttsLanguage !== undefined || command.transcriptionLanguage !== undefined,
      error: 'expected ttsLanguage, transcriptionLanguage or both',
    },
  });
