import { type Element, element, type TwimlAttributes } from '../element.js';
import { type AttributesOf, known, required, text } from '../kinds.js';

const attributes = {
  /** The language, such as `sv-SE`, or `multi` for whatever the caller speaks, which needs Deepgram and ElevenLabs. */
  code: required(text()),
  /** Whose voices speak it. @default as set outside */
  ttsProvider: known('Google', 'Amazon', 'ElevenLabs'),
  /** The voice, by its name at the provider. */
  voice: text(),
  /** Whose engine understands it. @default as set outside */
  transcriptionProvider: known('Google', 'Deepgram'),
  /** The engine's model. @default as set outside */
  speechModel: text(),
};

/** What `<Language>` may carry. */
export interface LanguageAttributes extends AttributesOf<typeof attributes>, TwimlAttributes {}

/** What `<Language>` may stand in. */
export interface LanguageVerb {
  /** Sets the voice and the engine for one language. It does not choose that language. */
  language(attributes: LanguageAttributes): this;
}

/** @internal */
export const languageElement: Element = element({
  tag: 'Language',
  attributes,
  children: {},
});
