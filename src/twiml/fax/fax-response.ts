import { type Element, element, startDocument, type TwimlBuilder } from '../element.js';
import type { FaxDocument } from './fax-document.js';
import { type ReceiveVerb, receiveElement } from './receive.js';

/** A fax document: what Twilio does with an incoming fax.. */
export interface FaxResponse extends FaxDocument, TwimlBuilder, ReceiveVerb {}

/** @internal */
export const faxResponseElement: Element = element<FaxResponse>({
  tag: 'Response',
  attributes: {},
  children: { receive: () => receiveElement },
});

/**
 * Starts a fax document.
 *
 * @deprecated Twilio has withdrawn Programmable Fax.
 *
 * @example
 * ```ts
 * faxResponse().receive({ action: '/fax' }).toString();
 * ```
 */
export function faxResponse(): FaxResponse {
  return startDocument(faxResponseElement, 'fax');
}
