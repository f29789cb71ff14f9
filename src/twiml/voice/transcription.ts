import { type Element, element, type Fill, type TwimlAttributes, type TwimlBuilder } from '../element.js';
import { type AttributesOf, boolean, known, method, phrases, text, url } from '../kinds.js';
import { mediaTracks } from '../values/media-tracks.js';
import { type ConfigVerb, configElement } from './config.js';
import { type ParameterVerb, parameterElement } from './parameter.js';

const attributes = {
  /** A name for the transcription, one of its kind in the call, to stop it by. */
  name: text(),
  /** Where Twilio sends what was said, and that the transcription has started, stopped or failed. An absolute URL. */
  statusCallbackUrl: url(),
  /** HTTP method for `statusCallbackUrl`. */
  statusCallbackMethod: method(),
  /** Which side is written down. @default "both_tracks" */
  track: mediaTracks,
  /** What the caller's side is called in what you get, such as `customer`. */
  inboundTrackLabel: text(),
  /** What the other side is called in what you get, such as `agent`. */
  outboundTrackLabel: text(),
  /** The language that is spoken. @default "en-US" */
  languageCode: text(),
  /** Whose engine understands it; capitals do not matter. `auto` leaves the choice to Twilio, which changes over when one fails. @default "google" */
  transcriptionEngine: known('google', 'deepgram', 'auto'),
  /** The engine's model, such as `telephony` of Google's or `nova-3` of Deepgram's. @default "telephony" */
  speechModel: text(),
  /** Sends sentences before they are finished, too. @default false */
  partialResults: boolean(),
  /** Puts full stops and commas in. @default true */
  enableAutomaticPunctuation: boolean(),
  /** Writes asterisks for profanities. @default true */
  profanityFilter: boolean(),
  /** Words and phrases that are likely to be said. */
  hints: phrases(),
  /** Passes on what else the engine says, as it says it. No library of Twilio's has it. @default false */
  enableProviderData: boolean(),
  /**
   * SID or unique name of the Conversational Intelligence service that keeps the transcript and evaluates it.
   *
   * @default none: nothing is kept
   */
  intelligenceService: text(),
  /** The Conversation Orchestrator configuration to use, by id or unique name. */
  conversationConfiguration: text(),
  /** The Conversation Orchestrator conversation that this belongs to. */
  conversationId: text(),
};

/** What `<Transcription>` may carry. */
export interface TranscriptionAttributes extends AttributesOf<typeof attributes>, TwimlAttributes {}

/** Inside `<Transcription>`: settings of the engine, and values of yours. */
export interface TranscriptionBuilder extends TwimlBuilder, ConfigVerb, ParameterVerb {}

/** Adds what stands inside `<Transcription>`. */
export interface TranscriptionFill extends Fill<TranscriptionBuilder>, TranscriptionAttributes {}

/** What `<Transcription>` may stand in. */
export interface TranscriptionVerb {
  /** Writes down what is said while it is said, and sends it to you. */
  transcription(content?: TranscriptionFill | TranscriptionAttributes): this;
  /** Writes down what is said while it is said, and sends it to you. */
  transcription(attributes: TranscriptionAttributes, fill: TranscriptionFill): this;
}

/** @internal */
export const transcriptionElement: Element = element<TranscriptionBuilder>({
  tag: 'Transcription',
  attributes,
  children: {
    config: () => configElement,
    parameter: () => parameterElement,
  },
});
