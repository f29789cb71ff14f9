import { type Element, element } from '../element.js';

/** What the `<Sip>` of a transfer may stand in. */
export interface ReferSipVerb {
  /** Names the endpoint by its SIP URI. Headers may follow a `?`. */
  sip(content: string): this;
}

/** @internal */
export const referSipElement: Element = element({
  tag: 'Sip',
  text: 'required',
  attributes: {},
  children: {},
});
