import { type Element, element, type Fill, type TwimlAttributes, type TwimlBuilder } from '../element.js';
import {
  type AttributesOf,
  aliased,
  boolean,
  decimal,
  integer,
  known,
  listOfKnown,
  oneOf,
  orBoolean,
  phrases,
  required,
  text,
  url,
} from '../kinds.js';
import { type FailoverVerb, failoverElement } from './failover.js';
import { type LanguageVerb, languageElement } from './language.js';
import { type ParameterVerb, parameterElement } from './parameter.js';

const attributes = {
  /** Your WebSocket server, by wss only. */
  url: required(url({ pattern: /^wss:\/\// })),
  /** What the caller hears first. */
  welcomeGreeting: text(),
  /** What the caller can interrupt the greeting with: keys, speech, either or nothing. @default "any" */
  welcomeGreetingInterruptible: orBoolean(oneOf('none', 'dtmf', 'speech', 'any')),
  /** The language of both sides. @default "en-US" */
  language: text(),
  /** The language that the caller hears, where it is not `language` and your message does not say. */
  ttsLanguage: text(),
  /** Whose voices speak. @default "ElevenLabs" */
  ttsProvider: known('Google', 'Amazon', 'ElevenLabs'),
  /**
   * The voice, by its name at the provider.
   *
   * @default ElevenLabs' `UgBBYS2sOqTuMpoF3BR0`, Google's `en-US-Journey-O`, Amazon's `Joanna-Neural`
   */
  voice: text({ pattern: /\S/ }),
  /** Spells out numbers and the like before they are spoken. Wins over `elevenlabsTextNormalization`. */
  ttsTextNormalization: oneOf('auto', 'on', 'off'),
  /** Spells out numbers and the like as the language wants it. */
  ttsLanguageTextNormalization: boolean(),
  /** Lets ElevenLabs spell out numbers and the like before it speaks; `auto` is `off` in calls. @default "off" */
  elevenlabsTextNormalization: oneOf('on', 'auto', 'off'),
  /** The former name of `ttsLanguageTextNormalization`. */
  elevenlabsLanguageTextNormalization: boolean(),
  /** The language that the caller speaks, where it is not `language`. */
  transcriptionLanguage: text(),
  /**
   * Whose engine understands the caller; capitals do not matter.
   *
   * @default "Deepgram", or "Google" for accounts that used this before September 12, 2025
   */
  transcriptionProvider: known('Google', 'Deepgram'),
  /** The engine's model. @default Google's `telephony`; Deepgram's `nova-3-general`, or `nova-2-general` for languages without it */
  speechModel: text(),
  /** Words and phrases that the caller is likely to say. */
  hints: phrases(),
  /** Keeps profanities out of what your server gets. */
  profanityFilter: boolean(),
  /** Sends what the caller says before it is finished, too. Deepgram's `flux` alone can. @default false */
  partialPrompts: boolean(),
  /** Sends what the caller was saying as a prompt when the call ends in the middle of it. */
  partialPromptOnHangup: boolean(),
  /** Drops what is only an echo of the spoken text. @default false */
  echoPromptFiltering: boolean(),
  /** What else is told in each prompt: where the caller's turn is, or the parts that the prompt was put together from. */
  includeInPrompt: listOfKnown('turn-state', 'prompt-segments'),
  /** Lets the engine decide when the caller has finished, rather than silence alone. @default false */
  turnDetection: boolean(),
  /** How sure Deepgram's `flux` must be that the caller has finished, 0.5 to 0.9. No library of Twilio's has it. @default 0.8 */
  eotThreshold: decimal({ min: 0.5, max: 0.9 }),
  /** How sure the engine must be, 0.3 to 0.9, to tell beforehand that the caller has probably finished. It comes before `eotThreshold`. */
  eagerEotThreshold: decimal({ min: 0.3, max: 0.9 }),
  /** What the caller can interrupt with: keys, speech, either or nothing. `true` is `any`, `false` is `none`. @default "any" */
  interruptible: orBoolean(oneOf('none', 'dtmf', 'speech', 'any')),
  /** How easily the caller's speech interrupts. @default "high" */
  interruptSensitivity: oneOf('low', 'medium', 'high'),
  /** Lets your next text cut off the one that is being said. @default false */
  preemptible: boolean(),
  /**
   * What your server gets from the caller while something is being said: keys, speech, either or nothing.
   *
   * @default "none"; it was "any" before May 2025
   */
  reportInputDuringAgentSpeech: orBoolean(oneOf('none', 'dtmf', 'speech', 'any')),
  /** Sends keys to your server. @default false */
  dtmfDetection: boolean(),
  /** What else your server gets: who is speaking, which words have been played, and changes of the settings. */
  events: listOfKnown('speaker-events', 'tokens-played', 'config-updated'),
  /** What your server gets to find faults with. `events` takes the last two as well. */
  debug: listOfKnown('debugging', 'speaker-events', 'tokens-played'),
  /** SID or unique name of the Conversational Intelligence service that keeps the transcript and evaluates it. */
  intelligenceService: text(),
  /** Connects to your server once more when the WebSocket breaks during the call. @default false */
  applicationReconnect: boolean(),
  /** The Conversation Orchestrator configuration to use, by id or unique name. */
  conversationConfiguration: text(),
  /** The Conversation Orchestrator conversation that this belongs to. */
  conversationId: text(),
  /** What the caller is called in that conversation and in Conversational Intelligence. @default the caller's number */
  customerName: text(),
  // Twilio documents the next four in camel case, as all others, and names of attributes are case sensitive. Its libraries for Node.js,
  // Java, C#, PHP and Go print them in lower case, those for Python and Ruby do not.
  /** Milliseconds of silence, 600 to 5000, after which the caller has finished, or `auto`. @default "auto" */
  speechTimeout: aliased(integer({ min: 600, max: 5000, words: ['auto'] }), 'speechtimeout'),
  /** Lets the caller say "yes" or "uh-huh" without interrupting. @default false */
  ignoreBackchannel: aliased(boolean(), 'ignorebackchannel'),
  /** Writes numbers, dates, amounts and addresses as one would, not as they are said. Deepgram only. @default true */
  deepgramSmartFormat: aliased(boolean(), 'deepgramsmartformat'),
  /** Writes numbers, dates, amounts and addresses as one would, with any engine. Wins over `deepgramSmartFormat`. */
  asrSmartFormat: boolean(),
  /** Filters noise around the caller out. Its values are not documented. */
  backgroundNoiseReduction: aliased(text(), 'backgroundnoisereduction'),
};

/** What `<ConversationRelay>` may carry. */
export interface ConversationRelayAttributes extends AttributesOf<typeof attributes>, TwimlAttributes {}

/**
 * Inside `<ConversationRelay>`: settings for each language that may be spoken, values that reach your server with its first message, and
 * what happens when a provider fails.
 */
export interface ConversationRelayBuilder extends TwimlBuilder, FailoverVerb, LanguageVerb, ParameterVerb {}

/** What `<ConversationRelay>` may stand in. */
export interface ConversationRelayVerb {
  /** Lets your WebSocket server talk with the caller in text: Twilio turns speech into text and text into speech. */
  conversationRelay(attributes: ConversationRelayAttributes, fill?: Fill<ConversationRelayBuilder>): this;
}

/** @internal */
export const conversationRelayElement: Element = element<ConversationRelayBuilder>({
  tag: 'ConversationRelay',
  attributes,
  children: {
    failover: () => failoverElement,
    language: () => languageElement,
    parameter: () => parameterElement,
  },
});
