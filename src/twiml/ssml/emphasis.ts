import { type Element, element, type Fill, type TextBuilder, type TwimlAttributes, type TwimlBuilder } from '../element.js';
import { type AttributesOf, oneOf } from '../kinds.js';
import { type BreakVerb, breakElement } from './break.js';
import { type LangVerb, langElement } from './lang.js';
import { type PhonemeVerb, phonemeElement } from './phoneme.js';
import { type ProsodyVerb, prosodyElement } from './prosody.js';
import { type SayAsVerb, sayAsElement } from './say-as.js';
import { type SubVerb, subElement } from './sub.js';
import { type WVerb, wElement } from './w.js';

const attributes = {
  /** Louder and slower, a little so, or softer and faster. @default "moderate" */
  level: oneOf('strong', 'moderate', 'reduced'),
};

/** What `<emphasis>` may carry. */
export interface EmphasisAttributes extends AttributesOf<typeof attributes>, TwimlAttributes {}

/** Inside `<emphasis>`: text, and marks within the stress. */
export interface EmphasisBuilder
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

/** What `<emphasis>` may stand in. */
export interface EmphasisVerb {
  /** Stresses words, or the opposite. Not every voice can. */
  emphasis(content: string | Fill<EmphasisBuilder>): this;
  /** Stresses words, or the opposite. Not every voice can. */
  emphasis(attributes: EmphasisAttributes, content: string | Fill<EmphasisBuilder>): this;
}

/** @internal */
export const emphasisElement: Element = element<EmphasisBuilder>({
  tag: 'emphasis',
  text: 'required',
  attributes,
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
