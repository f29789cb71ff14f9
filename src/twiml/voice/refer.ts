import { type Element, element, type Fill, type TwimlAttributes, type TwimlBuilder } from '../element.js';
import { type AttributesOf, method, url } from '../kinds.js';
import { type ReferSipVerb, referSipElement } from './refer-sip.js';

const attributes = {
  /**
   * Where Twilio asks how the call goes on, telling how the transfer went in `ReferCallStatus` and the SIP answer in
   * `ReferSipResponseCode`.
   *
   * @default none: the next verb runs
   */
  action: url(),
  /** HTTP method for `action`. @default "POST" */
  method: method(),
};

/** What `<Refer>` may carry. */
export interface ReferAttributes extends AttributesOf<typeof attributes>, TwimlAttributes {}

/** Inside `<Refer>`: the endpoint that the call goes to. */
export interface ReferBuilder extends TwimlBuilder, ReferSipVerb {}

/** Adds what stands inside `<Refer>`. */
export interface ReferFill extends Fill<ReferBuilder>, ReferAttributes {}

/** What `<Refer>` may stand in. */
export interface ReferVerb {
  /**
   * Transfers a SIP call: asks the caller's own endpoint, by a SIP REFER, to call another one instead. Calls that are not SIP cannot be
   * transferred so.
   */
  refer(content?: ReferFill | ReferAttributes): this;
  /**
   * Transfers a SIP call: asks the caller's own endpoint, by a SIP REFER, to call another one instead. Calls that are not SIP cannot be
   * transferred so.
   */
  refer(attributes: ReferAttributes, fill: ReferFill): this;
}

/** @internal */
export const referElement: Element = element<ReferBuilder>({
  tag: 'Refer',
  attributes,
  children: {
    sip: () => referSipElement,
  },
});
