import { type Element, element, type TwimlAttributes } from '../element.js';
import { type AttributesOf, integer, text } from '../kinds.js';

const attributes = {
  /** Its place in the order in which the URIs are tried. Equals share the calls. */
  priority: integer(),
  /** The share of the calls that it gets, beside the others of its `priority`. */
  weight: integer(),
  /** The user that Twilio authenticates as at this URI. */
  username: text({ maxLength: 255 }),
  /** The user's password. It goes with `username` only. */
  password: text({ maxLength: 255 }),
};

/** What `<Uri>` may carry. */
export interface SipUriAttributes extends AttributesOf<typeof attributes>, TwimlAttributes {}

/** What `<Uri>` may stand in. */
export interface SipUriVerb {
  /** Adds a SIP URI. Several are tried in the order of `priority`, and among equals `weight` decides. */
  uri(content?: string | SipUriAttributes): this;
  /** Adds a SIP URI. Several are tried in the order of `priority`, and among equals `weight` decides. */
  uri(attributes: SipUriAttributes, content: string): this;
}

/** @internal */
export const sipUriElement: Element = element({
  tag: 'Uri',
  text: 'optional',
  attributes,
  children: {},
});
