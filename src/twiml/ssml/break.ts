import { type Element, element, type TwimlAttributes } from '../element.js';
import { type AttributesOf, type Open, oneOf, text } from '../kinds.js';

const attributes = {
  /** How long the pause is felt to be: `medium` as after a comma, `strong` as after a sentence. @default "medium" */
  strength: oneOf('none', 'x-weak', 'weak', 'medium', 'strong', 'x-strong'),
  /** How long the pause is, such as `500ms` or `2s`; up to 10 seconds. Wins over `strength`. */
  time: text<Open<`${number}s` | `${number}ms`>>({ pattern: /^[0-9]+(\.[0-9]+)?(s|ms)$/ }),
};

/** What `<break>` may carry. */
export interface BreakAttributes extends AttributesOf<typeof attributes>, TwimlAttributes {}

/** What `<break>` may stand in. */
export interface BreakVerb {
  /** Pauses within a text. */
  break(attributes?: BreakAttributes): this;
}

/** @internal */
export const breakElement: Element = element({
  tag: 'break',
  attributes,
  children: {},
});
