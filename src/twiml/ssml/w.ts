import { type Element, element, type Fill, type TextBuilder, type TwimlAttributes, type TwimlBuilder } from '../element.js';
import { type AttributesOf, text } from '../kinds.js';
import { type BreakVerb, breakElement } from './break.js';
import { type EmphasisVerb, emphasisElement } from './emphasis.js';
import { type PhonemeVerb, phonemeElement } from './phoneme.js';
import { type ProsodyVerb, prosodyElement } from './prosody.js';
import { type SayAsVerb, sayAsElement } from './say-as.js';
import { type SubVerb, subElement } from './sub.js';

const attributes = {
  /** Which way, by the name that the voice's vendor has for it, such as Polly's `amazon:VB` for a verb or `amazon:VBD` for its past. */
  role: text(),
};

/** What `<w>` may carry. */
export interface WAttributes extends AttributesOf<typeof attributes>, TwimlAttributes {}

/** Inside `<w>`: the word, and marks that shape how it sounds. */
export interface WBuilder extends TwimlBuilder, TextBuilder, BreakVerb, EmphasisVerb, PhonemeVerb, ProsodyVerb, SayAsVerb, SubVerb {}

/** What `<w>` may stand in. */
export interface WVerb {
  /** Speaks a word in one of the ways that it can be read, such as "read" as past or present. */
  w(content: string | Fill<WBuilder>): this;
  /** Speaks a word in one of the ways that it can be read, such as "read" as past or present. */
  w(attributes: WAttributes, content: string | Fill<WBuilder>): this;
}

/** @internal */
export const wElement: Element = element<WBuilder>({
  tag: 'w',
  text: 'required',
  attributes,
  children: {
    break: () => breakElement,
    emphasis: () => emphasisElement,
    phoneme: () => phonemeElement,
    prosody: () => prosodyElement,
    sayAs: () => sayAsElement,
    sub: () => subElement,
  },
});
