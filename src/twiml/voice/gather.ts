import { type Element, element, type Fill, type NeededFill, type TwimlAttributes, type TwimlBuilder } from '../element.js';
import { type AttributesOf, boolean, integer, listed, listOf, method, phrases, text, url } from '../kinds.js';
import type { GatherLanguage } from '../values/gather-languages.js';
import type { GatherSpeechModel } from '../values/gather-speech-models.js';
import { type PauseVerb, pauseElement } from './pause.js';
import { type PlayVerb, playElement } from './play.js';
import { type SayVerb, sayElement } from './say.js';

const attributes = {
  /**
   * Where Twilio sends what was collected, in `Digits` or `SpeechResult`. TwiML that is passed to the REST API needs an absolute one.
   *
   * @default the URL of this document, which may loop for ever
   */
  action: url(),
  /** HTTP method for `action`. @default "POST" */
  method: method(),
  /** What to listen for; of both, what comes first counts. @default ["dtmf"] */
  input: listOf('dtmf', 'speech'),
  /** Seconds without a key or a word that end the input; one passage of Twilio's page allows `auto` as well. @default 5 */
  timeout: integer({ min: 1, words: ['auto'] }),
  /** Ends the input after so many digits. @default no limit */
  numDigits: integer({ min: 1 }),
  /** The key that ends the input and does not count as one; with an empty text, `timeout` alone ends it. @default "#" */
  finishOnKey: text({ pattern: /^[0-9#*]?$/ }),
  /** Requests `action` even when nothing came, so that no verb after this one runs. @default false */
  actionOnEmptyResult: boolean(),
  /**
   * Seconds of silence that end speech, or `auto`, which ends it at the first pause and does not go with a `speechModel`.
   *
   * @default the value of `timeout`
   */
  speechTimeout: integer({ min: 1, words: ['auto'] }),
  /** Seconds of speech to take at most; Twilio takes 60 in any case. */
  maxSpeechTime: integer({ min: 1 }),
  /** The language that the caller speaks. @default "en-US" */
  language: listed<GatherLanguage>('gatherLanguages'),
  /**
   * Words and phrases that the caller is likely to say, up to 500 of up to 100 characters each, or the provider's class tokens such as
   * `$OOV_CLASS_ALPHANUMERIC_SEQUENCE`.
   */
  hints: phrases({ maxItems: 500, maxLength: 100 }),
  /** The model that turns speech into text. @default "default" */
  speechModel: listed<GatherSpeechModel>('gatherSpeechModels'),
  /** Uses the better variant of the model `phone_call`. @deprecated Only that old model has one; choose a newer `speechModel`. */
  enhanced: boolean(),
  /** Writes asterisks for profanities, all but their first letters. @default true */
  profanityFilter: boolean(),
  /** Where Twilio sends what it has understood so far, while the caller speaks. What you answer is ignored. */
  partialResultCallback: url(),
  /** HTTP method for `partialResultCallback`. @default "POST" */
  partialResultCallbackMethod: method(),
  /** Stops what plays inside when the caller begins. Only older documentation has it. @default true */
  bargeIn: boolean(),
  /** Undocumented: Twilio's libraries have it, without saying what it does. */
  debug: boolean(),
};

/** What `<Gather>` may carry. */
export interface GatherAttributes extends AttributesOf<typeof attributes>, TwimlAttributes {}

/** Inside `<Gather>`: what plays while it listens. */
export interface GatherBuilder extends TwimlBuilder, PauseVerb, PlayVerb, SayVerb {}

/** What `<Gather>` may stand in. */
export interface GatherVerb {
  /** Collects digits or speech from the caller. The next verb runs only when nothing came. */
  gather(fill: NeededFill<GatherBuilder, "gather({ … }, (gather) => gather.say('…'))">): this;
  /** Collects digits or speech from the caller. The next verb runs only when nothing came. */
  gather(attributes: GatherAttributes, fill: Fill<GatherBuilder>): this;
}

/** @internal */
export const gatherElement: Element = element<GatherBuilder>({
  tag: 'Gather',
  attributes,
  children: {
    pause: () => pauseElement,
    play: () => playElement,
    say: () => sayElement,
  },
});
