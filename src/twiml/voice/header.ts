import { type Element, element, type TwimlAttributes } from '../element.js';
import { type AttributesOf, required, text } from '../kinds.js';

const attributes = {
  /** The header: one that begins with `X-`, or `User-to-User`, `Remote-Party-ID`, `P-Preferred-Identity` or `P-Called-Party-ID`. */
  name: required(text()),
  /** What it holds. */
  value: required(text()),
};

/** What `<Header>` may carry. */
export interface HeaderAttributes extends AttributesOf<typeof attributes>, TwimlAttributes {}

/** What `<Header>` may stand in. */
export interface HeaderVerb {
  /** Adds a SIP header. */
  header(attributes: HeaderAttributes): this;
}

/** @internal */
export const headerElement: Element = element({
  tag: 'Header',
  attributes,
  children: {},
});
