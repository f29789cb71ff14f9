import { type Element, element, type Fill, type TwimlAttributes, type TwimlBuilder } from '../element.js';
import { type AttributesOf, oneOf } from '../kinds.js';
import { type ParameterVerb, parameterElement } from './parameter.js';
import type { VoiceDocument } from './voice-document.js';

const attributes = {
  /** What the caller hears: that the number is not in service, or the busy tone. @default "rejected" */
  reason: oneOf('rejected', 'busy'),
};

/** What `<Reject>` may carry. */
export interface RejectAttributes extends AttributesOf<typeof attributes>, TwimlAttributes {}

/** Inside `<Reject>`: parameters for whoever dialled this `<Application>`. */
export interface RejectBuilder extends TwimlBuilder, ParameterVerb {}

/** Adds what stands inside `<Reject>`. */
export interface RejectFill extends Fill<RejectBuilder>, RejectAttributes {}

/** What `<Reject>` may stand in. */
export interface RejectVerb {
  /**
   * Turns an incoming call down. As the first verb it does so without answering, which costs nothing. Nothing after it runs, so the
   * document is finished.
   */
  reject(content?: RejectFill | RejectAttributes): VoiceDocument;
  /**
   * Turns an incoming call down. As the first verb it does so without answering, which costs nothing. Nothing after it runs, so the
   * document is finished.
   */
  reject(attributes: RejectAttributes, fill: RejectFill): VoiceDocument;
}

/** @internal */
export const rejectElement: Element = element<RejectBuilder>({
  tag: 'Reject',
  attributes,
  children: {
    parameter: () => parameterElement,
  },
});
