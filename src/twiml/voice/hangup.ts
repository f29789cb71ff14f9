import { type Element, element, type Fill, type TwimlBuilder } from '../element.js';
import { type ParameterVerb, parameterElement } from './parameter.js';
import type { VoiceDocument } from './voice-document.js';

/** Inside `<Hangup>`: parameters for whoever dialled this `<Application>`. */
export interface HangupBuilder extends TwimlBuilder, ParameterVerb {}

/** What `<Hangup>` may stand in. */
export interface HangupVerb {
  /** Ends the call. Nothing after it runs, so the document is finished. */
  hangup(fill?: Fill<HangupBuilder>): VoiceDocument;
}

/** @internal */
export const hangupElement: Element = element<HangupBuilder>({
  tag: 'Hangup',
  attributes: {},
  children: {
    parameter: () => parameterElement,
  },
});
