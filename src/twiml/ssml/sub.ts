import { type Element, element, type TwimlAttributes } from '../element.js';
import { type AttributesOf, required, text } from '../kinds.js';

const attributes = {
  /** What is spoken instead. */
  alias: required(text()),
};

/** What `<sub>` may carry. */
export interface SubAttributes extends AttributesOf<typeof attributes>, TwimlAttributes {}

/** What `<sub>` may stand in. */
export interface SubVerb {
  /** Speaks something else than the text, for example what an abbreviation stands for. */
  sub(attributes: SubAttributes, content: string): this;
}

/** @internal */
export const subElement: Element = element({
  tag: 'sub',
  text: 'required',
  attributes,
  children: {},
});
