import { type Element, element, type Fill, type TextBuilder, type TwimlBuilder } from '../element.js';
import { type BreakVerb, breakElement } from './break.js';
import { type EmphasisVerb, emphasisElement } from './emphasis.js';
import { type LangVerb, langElement } from './lang.js';
import { type PhonemeVerb, phonemeElement } from './phoneme.js';
import { type ProsodyVerb, prosodyElement } from './prosody.js';
import { type SVerb, sElement } from './s.js';
import { type SayAsVerb, sayAsElement } from './say-as.js';
import { type SubVerb, subElement } from './sub.js';
import { type WVerb, wElement } from './w.js';

/** Inside `<p>`: text, sentences, and marks that shape how they sound. */
export interface PBuilder
  extends TwimlBuilder,
    TextBuilder,
    BreakVerb,
    EmphasisVerb,
    LangVerb,
    PhonemeVerb,
    ProsodyVerb,
    SVerb,
    SayAsVerb,
    SubVerb,
    WVerb {}

/** What `<p>` may stand in. */
export interface PVerb {
  /** Speaks a paragraph, with a longer pause after it. */
  p(content: string | Fill<PBuilder>): this;
}

/** @internal */
export const pElement: Element = element<PBuilder>({
  tag: 'p',
  text: 'required',
  attributes: {},
  children: {
    break: () => breakElement,
    emphasis: () => emphasisElement,
    lang: () => langElement,
    phoneme: () => phonemeElement,
    prosody: () => prosodyElement,
    s: () => sElement,
    sayAs: () => sayAsElement,
    sub: () => subElement,
    w: () => wElement,
  },
});
