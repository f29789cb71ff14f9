import { type Element, element, type TwimlAttributes } from '../element.js';
import { type AttributesOf, method } from '../kinds.js';
import type { MessagingDocument } from './messaging-document.js';

const attributes = {
  /** HTTP method to fetch the next document with. @default "POST" */
  method: method(),
};

/** What `<Redirect>` may carry in a messaging document. */
export interface MessagingRedirectAttributes extends AttributesOf<typeof attributes>, TwimlAttributes {}

/** What `<Redirect>` may stand in, in a messaging document. */
export interface MessagingRedirectVerb {
  /** Hands the reply over to the document at a URL, absolute or relative. It is the last verb. */
  redirect(content: string | URL): MessagingDocument;
  /** Hands the reply over to the document at a URL, absolute or relative. It is the last verb. */
  redirect(attributes: MessagingRedirectAttributes, content: string | URL): MessagingDocument;
}

/** @internal */
export const messagingRedirectElement: Element = element({
  tag: 'Redirect',
  text: 'required',
  attributes,
  children: {},
});
