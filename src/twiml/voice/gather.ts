import { type Element, element, type FillOf, type TwimlAttributes, type TwimlBuilder } from '../element.js';
import { type AttributesOf, integer, listOf, method, url } from '../kinds.js';
import { type PauseVerb, pauseElement } from './pause.js';
import { type PlayVerb, playElement } from './play.js';
import { type SayVerb, sayElement } from './say.js';

const attributes = {
  /** Where Twilio sends what was collected. @default the URL of this document, which may loop for ever */
  action: url(),
  /** HTTP method for `action`. @default "POST" */
  method: method(),
  /** What to listen for. @default ["dtmf"] */
  input: listOf('dtmf', 'speech'),
  /** Ends the input after so many digits. */
  numDigits: integer({ min: 1 }),
};

/** What `<Gather>` may carry. */
export interface GatherAttributes extends AttributesOf<typeof attributes>, TwimlAttributes {}

/** Inside `<Gather>`: what plays while it listens. */
export interface GatherBuilder extends TwimlBuilder, PauseVerb, PlayVerb, SayVerb {}

/** Adds what stands inside `<Gather>`. */
export interface GatherFill extends FillOf<GatherBuilder, typeof attributes> {}

/** What `<Gather>` may stand in. */
export interface GatherVerb {
  /** Collects digits or speech from the caller. */
  gather(content?: GatherFill | GatherAttributes): this;
  /** Collects digits or speech from the caller. */
  gather(attributes: GatherAttributes, fill: GatherFill): this;
}

/** @internal */
export const gatherElement: Element = element<GatherBuilder>({
  tag: 'Gather',
  attributes,
  children: { pause: () => pauseElement, play: () => playElement, say: () => sayElement },
});
