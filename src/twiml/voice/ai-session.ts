import { type Element, element, type TwimlAttributes } from '../element.js';
import { type AttributesOf, text } from '../kinds.js';

const attributes = {
  /** Which connector takes the call, by its unique name. */
  aiConnector: text(),
  /** Which configuration the session has, by its unique name. */
  aiSessionConfiguration: text(),
};

/** What `<AiSession>` may carry. */
export interface AiSessionAttributes extends AttributesOf<typeof attributes>, TwimlAttributes {}

/** What `<AiSession>` may stand in. */
export interface AiSessionVerb {
  /** Lets an AI agent that is set up elsewhere take the call. Only Twilio's libraries have it. */
  aiSession(attributes?: AiSessionAttributes): this;
}

/** @internal */
export const aiSessionElement: Element = element({
  tag: 'AiSession',
  attributes,
  children: {},
});
