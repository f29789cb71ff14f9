import { type Element, element } from '../element.js';

/** What `<Autopilot>` may stand in. */
export interface AutopilotVerb {
  /**
   * Lets an Autopilot assistant talk with the caller, by its SID or unique name.
   *
   * @deprecated Twilio has withdrawn Autopilot; use `conversationRelay`.
   */
  autopilot(content: string): this;
}

/** @internal */
export const autopilotElement: Element = element({
  tag: 'Autopilot',
  text: 'required',
  attributes: {},
  children: {},
});
