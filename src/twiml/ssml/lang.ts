import { type Element, element, type Fill, type TextBuilder, type TwimlAttributes, type TwimlBuilder } from '../element.js';
import { type AttributesOf, listed, required } from '../kinds.js';
import type { SsmlLanguage } from '../values/ssml-languages.js';
import { type BreakVerb, breakElement } from './break.js';
import { type EmphasisVerb, emphasisElement } from './emphasis.js';
import { type PVerb, pElement } from './p.js';
import { type PhonemeVerb, phonemeElement } from './phoneme.js';
import { type ProsodyVerb, prosodyElement } from './prosody.js';
import { type SVerb, sElement } from './s.js';
import { type SayAsVerb, sayAsElement } from './say-as.js';
import { type SubVerb, subElement } from './sub.js';
import { type WVerb, wElement } from './w.js';

const attributes = {
  /** The language of the words. */
  'xml:lang': required(listed<SsmlLanguage>('ssmlLanguages')),
};

/** What `<lang>` may carry. */
export interface LangAttributes extends AttributesOf<typeof attributes>, TwimlAttributes {}

/** Inside `<lang>`: text in that language, and marks that shape how it sounds. */
export interface LangBuilder
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

/** What `<lang>` may stand in. */
export interface LangVerb {
  /** Speaks words of another language, with the accent of the voice. */
  lang(attributes: LangAttributes, content: string | Fill<LangBuilder>): this;
}

/** @internal */
export const langElement: Element = element<LangBuilder>({
  tag: 'lang',
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
