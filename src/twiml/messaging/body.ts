import { type Element, element } from '../element.js';

/** What `<Body>` may stand in. */
export interface BodyVerb {
  /** The text of a message. Several are joined; together they hold up to 1600 characters. */
  body(content: string): this;
}

/** @internal */
export const bodyElement: Element = element({
  tag: 'Body',
  text: 'required',
  attributes: {},
  children: {},
});
