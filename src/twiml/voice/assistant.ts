import { type Element, element, type Fill, type TwimlAttributes, type TwimlBuilder } from '../element.js';
import { type AttributesOf, boolean, text } from '../kinds.js';
import { type LanguageVerb, languageElement } from './language.js';
import { type ParameterVerb, parameterElement } from './parameter.js';

const attributes = {
  /** The assistant. */
  id: text(),
  /** What the caller hears first. */
  welcomeGreeting: text(),
  /** What the caller can interrupt the greeting with. */
  welcomeGreetingInterruptible: text(),
  /** The language of both sides. */
  language: text(),
  /** The language that the caller hears. */
  ttsLanguage: text(),
  /** Whose voices speak. */
  ttsProvider: text(),
  /** The voice, by its name at the provider. */
  voice: text(),
  /** Lets ElevenLabs spell out numbers and the like before it speaks. */
  elevenlabsTextNormalization: text(),
  /** The language that the caller speaks. */
  transcriptionLanguage: text(),
  /** Whose engine understands the caller. */
  transcriptionProvider: text(),
  /** The engine's model. */
  speechModel: text(),
  /** Words and phrases that the caller is likely to say, with commas between them. */
  hints: text(),
  /** Keeps profanities out of what the assistant gets. */
  profanityFilter: boolean(),
  /** Passes on what the caller says before it is finished, too. */
  partialPrompts: boolean(),
  /** What the caller can interrupt with. */
  interruptible: text(),
  /** How easily the caller's speech interrupts. */
  interruptSensitivity: text(),
  /** Lets the next text cut off the one that is being said. */
  preemptible: boolean(),
  /** Passes on what the caller says or presses while something is being said. */
  reportInputDuringAgentSpeech: boolean(),
  /** Passes keys on. */
  dtmfDetection: boolean(),
  /** What is reported to find faults with. */
  debug: text(),
  /** SID or unique name of the Conversational Intelligence service that keeps the transcript. */
  intelligenceService: text(),
};

/** What `<Assistant>` may carry. */
export interface AssistantAttributes extends AttributesOf<typeof attributes>, TwimlAttributes {}

/** Inside `<Assistant>`: settings for each language that may be spoken, and values for the assistant. */
export interface AssistantBuilder extends TwimlBuilder, LanguageVerb, ParameterVerb {}

/** Adds what stands inside `<Assistant>`. */
export interface AssistantFill extends Fill<AssistantBuilder>, AssistantAttributes {}

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
