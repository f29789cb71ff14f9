import { type Element, element, type Fill, type TextBuilder, type TwimlAttributes, type TwimlBuilder } from '../element.js';
import { type AttributesOf, type Open, text } from '../kinds.js';
import { type BreakVerb, breakElement } from './break.js';
import { type EmphasisVerb, emphasisElement } from './emphasis.js';
import { type LangVerb, langElement } from './lang.js';
import { type PVerb, pElement } from './p.js';
import { type PhonemeVerb, phonemeElement } from './phoneme.js';
import { type SVerb, sElement } from './s.js';
import { type SayAsVerb, sayAsElement } from './say-as.js';
import { type SubVerb, subElement } from './sub.js';
import { type WVerb, wElement } from './w.js';

const attributes = {
  /** How loud: a word, or a difference such as `+6dB`, which is twice as loud. */
  volume: text<Open<'default' | 'silent' | 'x-soft' | 'soft' | 'medium' | 'loud' | 'x-loud'>>({
    pattern: /^(default|silent|x-soft|soft|medium|loud|x-loud|[+-][0-9.]+dB)$/,
  }),
  /** How fast: a word, or a share of the usual speed such as `80%`. */
  rate: text<Open<'x-slow' | 'slow' | 'medium' | 'fast' | 'x-fast'>>({ pattern: /^(x-slow|slow|medium|fast|x-fast|[0-9.]+%)$/ }),
  /** How high: a word, or a difference such as `-10%`. Not every voice can. */
  pitch: text<Open<'default' | 'x-low' | 'low' | 'medium' | 'high' | 'x-high'>>({
    pattern: /^(default|x-low|low|medium|high|x-high|[+-][0-9.]+%)$/,
  }),
};

/** What `<prosody>` may carry. */
export interface ProsodyAttributes extends AttributesOf<typeof attributes>, TwimlAttributes {}

/** Inside `<prosody>`: text, and marks that shape how it sounds. */
export interface ProsodyBuilder
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

/** What `<prosody>` may stand in. */
export interface ProsodyVerb {
  /** Speaks louder or softer, faster or slower, higher or lower. */
  prosody(content: string | Fill<ProsodyBuilder>): this;
  /** Speaks louder or softer, faster or slower, higher or lower. */
  prosody(attributes: ProsodyAttributes, content: string | Fill<ProsodyBuilder>): this;
}

/** @internal */
export const prosodyElement: Element = element<ProsodyBuilder>({
  tag: 'prosody',
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
