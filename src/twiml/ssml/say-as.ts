import { type Element, element, type TwimlAttributes } from '../element.js';
import { type AttributesOf, listed, required, text } from '../kinds.js';
import type { SayAsFormat } from '../values/say-as-formats.js';
import type { SayAsInterpretation } from '../values/say-as-interpretations.js';

const attributes = {
  /** What the text is. Which values work, and how, is up to the voice's vendor. */
  'interpret-as': required(listed<SayAsInterpretation>('sayAsInterpretations')),
  /** For a date, which of day, month and year it has and in what order. */
  format: listed<SayAsFormat>('sayAsFormats'),
  /** The order of day, month and year. @deprecated Use `format`. */
  role: text(),
};

/** What `<say-as>` may carry. */
export interface SayAsAttributes extends AttributesOf<typeof attributes>, TwimlAttributes {}

/** What `<say-as>` may stand in. */
export interface SayAsVerb {
  /** Says what kind of thing a text is, so that it is read as one: `1234` as a number, as digits, as a year. */
  sayAs(attributes: SayAsAttributes, content: string): this;
}

/** @internal */
export const sayAsElement: Element = element({
  tag: 'say-as',
  text: 'required',
  attributes,
  children: {},
});
