import { type Element, element, type TwimlAttributes } from '../element.js';
import { type AttributesOf, boolean, method, oneOf, url } from '../kinds.js';

const attributes = {
  /** Where Twilio sends word of the fax once it is there. */
  action: url(),
  /** HTTP method for `action`. */
  method: method(),
  /** The kind of file that the fax is kept in. */
  mediaType: oneOf('application/pdf', 'image/tiff'),
  /** The size of the pages that it is laid out on. */
  pageSize: oneOf('letter', 'legal', 'a4'),
  /** Keeps the file with Twilio. */
  storeMedia: boolean(),
};

/** What `<Receive>` may carry. */
export interface ReceiveAttributes extends AttributesOf<typeof attributes>, TwimlAttributes {}

/** What `<Receive>` may stand in. */
export interface ReceiveVerb {
  /** Receives an incoming fax. @deprecated Twilio has withdrawn Programmable Fax. */
  receive(attributes?: ReceiveAttributes): this;
}

/** @internal */
export const receiveElement: Element = element({
  tag: 'Receive',
  attributes,
  children: {},
});
