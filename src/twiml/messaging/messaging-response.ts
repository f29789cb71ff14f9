import { type Element, element, startDocument, type TwimlBuilder } from '../element.js';
import { type MessageVerb, messageElement } from './message.js';
import type { MessagingDocument } from './messaging-document.js';
import { type MessagingRedirectVerb, messagingRedirectElement } from './redirect.js';
import { type MessagingSmsVerb, messagingSmsElement } from './sms.js';

/** A messaging document: what Twilio sends in reply to a message. Empty, it sends nothing. */
export interface MessagingResponse extends MessagingDocument, TwimlBuilder, MessageVerb, MessagingRedirectVerb, MessagingSmsVerb {}

/** @internal */
export const messagingResponseElement: Element = element<MessagingResponse>({
  tag: 'Response',
  attributes: {},
  children: {
    message: () => messageElement,
    redirect: () => messagingRedirectElement,
    sms: () => messagingSmsElement,
  },
});

/**
 * Starts a messaging document.
 *
 * @example
 * ```ts
 * messagingResponse().message('Thank you.').toString();
 * ```
 */
export function messagingResponse(): MessagingResponse {
  return startDocument(messagingResponseElement, 'messaging');
}
