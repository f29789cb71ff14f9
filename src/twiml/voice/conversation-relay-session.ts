import { type Element, element, type TwimlAttributes } from '../element.js';
import { type AttributesOf, text } from '../kinds.js';

const attributes = {
  /** Which connector takes the call, by its unique name. */
  connector: text(),
  /** Which configuration the session has, by its unique name. */
  sessionConfiguration: text(),
};

/** What `<ConversationRelaySession>` may carry. */
export interface ConversationRelaySessionAttributes extends AttributesOf<typeof attributes>, TwimlAttributes {}

/** What `<ConversationRelaySession>` may stand in. */
export interface ConversationRelaySessionVerb {
  /** Lets a conversation that is set up elsewhere take the call. Only Twilio's libraries have it. */
  conversationRelaySession(attributes?: ConversationRelaySessionAttributes): this;
}

/** @internal */
export const conversationRelaySessionElement: Element = element({
  tag: 'ConversationRelaySession',
  attributes,
  children: {},
});
