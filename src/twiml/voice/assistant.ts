import { type Element, element, type FillOf, type TwimlAttributes, type TwimlBuilder } from '../element.js';
import { type AttributesOf, boolean, known, listOfKnown, oneOf, orBoolean, phrases, text } from '../kinds.js';
import { type LanguageVerb, languageElement } from './language.js';
import { type ParameterVerb, parameterElement } from './parameter.js';

const attributes = {
  /** The assistant. */
  id: text(),
  /** What the caller hears first. */
  welcomeGreeting: text(),
  /** What of the caller's interrupts the greeting. */
  welcomeGreetingInterruptible: orBoolean(oneOf('none', 'dtmf', 'speech', 'any')),
  /** The language of both sides. */
  language: text(),
  /** The language that the caller hears. */
  ttsLanguage: text(),
  /** Whose voices speak. */
  ttsProvider: known('Google', 'Amazon', 'ElevenLabs'),
  /** The voice, by its name at the provider. */
  voice: text(),
  /** Lets ElevenLabs spell out numbers and the like before it speaks. */
  elevenlabsTextNormalization: oneOf('on', 'auto', 'off'),
  /** The language that the caller speaks. */
  transcriptionLanguage: text(),
  /** Whose engine understands the caller. */
  transcriptionProvider: known('Google', 'Deepgram'),
  /** The engine's model. */
  speechModel: text(),
  /** Words and phrases that the caller is likely to say. */
  hints: phrases(),
  /** Keeps profanities out of what the assistant gets. */
  profanityFilter: boolean(),
  /** Passes on what the caller says before it is finished, too. */
  partialPrompts: boolean(),
  /** What of the caller's interrupts what is being said. */
  interruptible: orBoolean(oneOf('none', 'dtmf', 'speech', 'any')),
  /** How easily the caller's speech interrupts. */
  interruptSensitivity: oneOf('low', 'medium', 'high'),
  /** Lets the next text cut off the one that is being said. */
  preemptible: boolean(),
  /** What of the caller's the assistant gets while something is being said. */
  reportInputDuringAgentSpeech: orBoolean(oneOf('none', 'dtmf', 'speech', 'any')),
  /** Passes keys on. */
  dtmfDetection: boolean(),
  /** What is reported to find faults with. */
  debug: listOfKnown('debugging', 'speaker-events', 'tokens-played'),
  /** SID or unique name of the Conversational Intelligence service that keeps the transcript. */
  intelligenceService: text(),
};

/** What `<Assistant>` may carry. */
export interface AssistantAttributes extends AttributesOf<typeof attributes>, TwimlAttributes {}

/** Inside `<Assistant>`: settings for each language that may be spoken, and values for the assistant. */
export interface AssistantBuilder extends TwimlBuilder, LanguageVerb, ParameterVerb {}

/** Adds what stands inside `<Assistant>`. */
export interface AssistantFill extends FillOf<AssistantBuilder, typeof attributes> {}

/** What `<Assistant>` may stand in. */
export interface AssistantVerb {
  /** Lets an AI Assistant of Twilio's talk with the caller. @deprecated Twilio has withdrawn AI Assistants; use `conversationRelay`. */
  assistant(content?: AssistantFill | AssistantAttributes): this;
  /** Lets an AI Assistant of Twilio's talk with the caller. @deprecated Twilio has withdrawn AI Assistants; use `conversationRelay`. */
  assistant(attributes: AssistantAttributes, fill: AssistantFill): this;
}

/** @internal */
export const assistantElement: Element = element<AssistantBuilder>({
  tag: 'Assistant',
  attributes,
  children: {
    language: () => languageElement,
    parameter: () => parameterElement,
  },
});
