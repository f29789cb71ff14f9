import { type Element, element, type Fill, type TwimlBuilder } from '../element.js';
import { type HeaderVerb, headerElement } from './header.js';

/** Inside `<Headers>`: one element a header. */
export interface HeadersBuilder extends TwimlBuilder, HeaderVerb {}

/** What `<Headers>` may stand in. */
export interface HeadersVerb {
  /** Sends SIP headers along with the INVITE. */
  headers(fill?: Fill<HeadersBuilder>): this;
}

/** @internal */
export const headersElement: Element = element<HeadersBuilder>({
  tag: 'Headers',
  attributes: {},
  children: {
    header: () => headerElement,
  },
});
