import { type Element, element, type TwimlAttributes } from '../element.js';
import { type AttributesOf, method } from '../kinds.js';
import type { VoiceDocument } from './voice-document.js';

const attributes = {
  /** HTTP method to fetch the next document with. @default "POST" */
  method: method(),
};

/** What `<Redirect>` may carry in a voice document. */
export interface RedirectAttributes extends AttributesOf<typeof attributes>, TwimlAttributes {}

/** What `<Redirect>` may stand in. */
export interface RedirectVerb {
  /** Hands the call over to the document at a URL, absolute or relative; an empty text means this document again. It is the last verb. */
  redirect(content: string | URL): VoiceDocument;
  /** Hands the call over to the document at a URL, absolute or relative; an empty text means this document again. It is the last verb. */
  redirect(attributes: RedirectAttributes, content: string | URL): VoiceDocument;
}

/** @internal */
export const redirectElement: Element = element({
  tag: 'Redirect',
  text: 'required',
  attributes,
  children: {},
});
