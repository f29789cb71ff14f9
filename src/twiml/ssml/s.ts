import { type Element, element, type Fill, type TextBuilder, type TwimlBuilder } from '../element.js';
import { type BreakVerb, breakElement } from './break.js';
import { type EmphasisVerb, emphasisElement } from './emphasis.js';
import { type LangVerb, langElement } from './lang.js';
import { type PhonemeVerb, phonemeElement } from './phoneme.js';
import { type ProsodyVerb, prosodyElement } from './prosody.js';
import { type SayAsVerb, sayAsElement } from './say-as.js';
import { type SubVerb, subElement } from './sub.js';
import { type WVerb, wElement } from './w.js';

/** Inside `<s>`: text, and marks that shape how it sounds. */
export interface SBuilder
  extends TwimlBuilder,
    TextBuilder,
    BreakVerb,
    EmphasisVerb,
    LangVerb,
    PhonemeVerb,
    ProsodyVerb,
    SayAsVerb,
    SubVerb,
    WVerb {}

/** What `<s>` may stand in. */
export interface SVerb {
  /** Speaks a sentence, with the pause after it that a full stop makes. */
  s(content: string | Fill<SBuilder>): this;
}

/** @internal */
export const sElement: Element = element<SBuilder>({
  tag: 's',
  text: 'required',
  attributes: {},
  children: {
    break: () => breakElement,
    emphasis: () => emphasisElement,
    lang: () => langElement,
    phoneme: () => phonemeElement,
    prosody: () => prosodyElement,
    sayAs: () => sayAsElement,
    sub: () => subElement,
    w: () => wElement,
  },
});
