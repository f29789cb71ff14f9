import { type Element, element } from '../element.js';
import type { VoiceDocument } from './voice-document.js';

/** What `<Hangup>` may stand in. */
export interface HangupVerb {
  /** Ends the call. Nothing after it runs, so the document is finished. */
  hangup(): VoiceDocument;
}

/** @internal */
export const hangupElement: Element = element({
  tag: 'Hangup',
  attributes: {},
  children: {},
});
