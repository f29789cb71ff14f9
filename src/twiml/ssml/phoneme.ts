import { type Element, element, type TwimlAttributes } from '../element.js';
import { type AttributesOf, listed, required, text } from '../kinds.js';
import type { PhonemeAlphabet } from '../values/phoneme-alphabets.js';

const attributes = {
  /** The alphabet that `ph` is written in; the voice's vendor decides which there are. */
  alphabet: listed<PhonemeAlphabet>('phonemeAlphabets'),
  /** The sounds, such as `pɪˈkɑːn`. */
  ph: required(text()),
};

/** What `<phoneme>` may carry. */
export interface PhonemeAttributes extends AttributesOf<typeof attributes>, TwimlAttributes {}

/** What `<phoneme>` may stand in. */
export interface PhonemeVerb {
  /** Speaks a word just so. The text is for the reader of the document; `ph` is what sounds. */
  phoneme(attributes: PhonemeAttributes, content: string): this;
}

/** @internal */
export const phonemeElement: Element = element({
  tag: 'phoneme',
  text: 'required',
  attributes,
  children: {},
});
