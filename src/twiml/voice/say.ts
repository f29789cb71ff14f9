import { type Element, element, type Fill, type TextBuilder, type TwimlAttributes, type TwimlBuilder } from '../element.js';
import { type AttributesOf, integer, listed } from '../kinds.js';
import { type BreakVerb, breakElement } from '../ssml/break.js';
import { type EmphasisVerb, emphasisElement } from '../ssml/emphasis.js';
import { type LangVerb, langElement } from '../ssml/lang.js';
import { type PVerb, pElement } from '../ssml/p.js';
import { type PhonemeVerb, phonemeElement } from '../ssml/phoneme.js';
import { type ProsodyVerb, prosodyElement } from '../ssml/prosody.js';
import { type SVerb, sElement } from '../ssml/s.js';
import { type SayAsVerb, sayAsElement } from '../ssml/say-as.js';
import { type SubVerb, subElement } from '../ssml/sub.js';
import { type WVerb, wElement } from '../ssml/w.js';
import type { SayLanguage } from '../values/say-languages.js';
import type { SayVoice } from '../values/say-voices.js';

const attributes = {
  /**
   * The voice that speaks: `man`, `woman`, or a name after `Polly.` or `Google.`. Each voice speaks one language, so it wins over
   * `language`.
   *
   * @default the account's text-to-speech setting
   */
  voice: listed<SayVoice>('sayVoices'),
  /** The language to speak. @default "en-US" */
  language: listed<SayLanguage>('sayLanguages'),
  /** How often to say it; 0 repeats until the call ends, 1000 times at most. @default 1 */
  loop: integer({ min: 0 }),
};

/** What `<Say>` may carry. */
export interface SayAttributes extends AttributesOf<typeof attributes>, TwimlAttributes {}

/** Inside `<Say>`: text, and marks that shape how it sounds. */
export interface SayBuilder
  extends TwimlBuilder,
    TextBuilder,
    BreakVerb,
    EmphasisVerb,
    LangVerb,
    PVerb,
    PhonemeVerb,
    ProsodyVerb,
    SVerb,
    SayAsVerb,
    SubVerb,
    WVerb {}

/** What `<Say>` may stand in. */
export interface SayVerb {
  /** Speaks text to the caller: up to 4096 characters with the basic voices, 3000 with Polly's, 5000 with Google's. */
  say(content: string | Fill<SayBuilder>): this;
  /** Speaks text to the caller: up to 4096 characters with the basic voices, 3000 with Polly's, 5000 with Google's. */
  say(attributes: SayAttributes, content: string | Fill<SayBuilder>): this;
}

/** @internal */
export const sayElement: Element = element<SayBuilder>({
  tag: 'Say',
  text: 'required',
  attributes,
  children: {
    break: () => breakElement,
    emphasis: () => emphasisElement,
    lang: () => langElement,
    p: () => pElement,
    phoneme: () => phonemeElement,
    prosody: () => prosodyElement,
    s: () => sElement,
    sayAs: () => sayAsElement,
    sub: () => subElement,
    w: () => wElement,
  },
});
