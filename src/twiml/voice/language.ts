import { type Element, element, type TwimlAttributes } from '../element.js';
import { type AttributesOf, boolean, known, oneOf, phrases, required, text } from '../kinds.js';

const attributes = {
  /** The language, such as `sv-SE`, or `multi` for whatever the caller speaks, which needs Deepgram and ElevenLabs. */
  code: required(text()),
  /** Whose voices speak it. @default as set outside */
  ttsProvider: known('Google', 'Amazon', 'ElevenLabs'),
  /** The voice, by its name at the provider. */
  voice: text({ pattern: /\S/ }),
  /** Whose engine understands it. @default as set outside */
  transcriptionProvider: known('Google', 'Deepgram'),
  /** The engine's model. @default as set outside */
  speechModel: text(),
  /** Words and phrases that the caller is likely to say in it. */
  hints: phrases(),
  /** Writes numbers, dates, amounts and addresses as one would, not as they are said. */
  asrSmartFormat: boolean(),
  /** Spells out numbers and the like before they are spoken. */
  ttsTextNormalization: oneOf('auto', 'on', 'off'),
  /** Spells out numbers and the like as the language wants it. */
  ttsLanguageTextNormalization: boolean(),
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
