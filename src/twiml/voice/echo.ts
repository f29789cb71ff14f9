import { type Element, element } from '../element.js';

/** What `<Echo>` may stand in. */
export interface EchoVerb {
  /** Lets the caller hear what they say, to test the line. Undocumented. */
  echo(): this;
}

/** @internal */
export const echoElement: Element = element({
  tag: 'Echo',
  attributes: {},
  children: {},
});
