import { type Element, element, type Fill, type TwimlAttributes, type TwimlBuilder } from '../element.js';
import { type AttributesOf, method, text, url } from '../kinds.js';
import { mediaTracks } from '../values/media-tracks.js';
import { type ParameterVerb, parameterElement } from './parameter.js';

const attributes = {
  /** A name for the session, one of its kind in the call, to stop it by. */
  name: text(),
  /** The SIPREC connector, as you have named it in the Console. */
  connectorName: text(),
  /** Which side is sent. @default "both_tracks" */
  track: mediaTracks,
  /** Where Twilio reports that the session has started, stopped or failed. */
  statusCallback: url(),
  /** HTTP method for `statusCallback`. @default "POST" */
  statusCallbackMethod: method(),
};

/** What `<Siprec>` may carry. */
export interface SiprecAttributes extends AttributesOf<typeof attributes>, TwimlAttributes {}

/** Inside `<Siprec>`: values for the recording server. */
export interface SiprecBuilder extends TwimlBuilder, ParameterVerb {}

/** Adds what stands inside `<Siprec>`. */
export interface SiprecFill extends Fill<SiprecBuilder>, SiprecAttributes {}

/** What `<Siprec>` may stand in. */
export interface SiprecVerb {
  /**
   * Sends the sound of the call to a recording server by SIPREC, keys left out. Both sides count as two of the four streams that a call may
   * have.
   */
  siprec(content?: SiprecFill | SiprecAttributes): this;
  /**
   * Sends the sound of the call to a recording server by SIPREC, keys left out. Both sides count as two of the four streams that a call may
   * have.
   */
  siprec(attributes: SiprecAttributes, fill: SiprecFill): this;
}

/** @internal */
export const siprecElement: Element = element<SiprecBuilder>({
  tag: 'Siprec',
  attributes,
  children: {
    parameter: () => parameterElement,
  },
});
