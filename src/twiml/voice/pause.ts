import { type Element, element, type TwimlAttributesAlone } from '../element.js';
import { type AttributesOf, integer } from '../kinds.js';

const attributes = {
  /** Seconds of silence. @default 1 */
  length: integer({ min: 1 }),
};

/** What `<Pause>` may carry. */
export interface PauseAttributes extends AttributesOf<typeof attributes>, TwimlAttributesAlone {}

/** What `<Pause>` may stand in. */
export interface PauseVerb {
  /** Waits in silence. As the first verb of a call it also delays answering. */
  pause(attributes?: PauseAttributes): this;
}

/** @internal */
export const pauseElement: Element = element({
  tag: 'Pause',
  attributes,
  children: {},
});
