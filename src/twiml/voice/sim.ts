import { type Element, element } from '../element.js';

/** What `<Sim>` may stand in. */
export interface SimVerb {
  /** Calls a device that has one of your SIMs, by the SID of the SIM: `DE` and 32 hexadecimal digits. */
  sim(content: string): this;
}

/** @internal */
export const simElement: Element = element({
  tag: 'Sim',
  text: 'required',
  attributes: {},
  children: {},
});
