import { type Element, element, type Fill, type TwimlAttributes, type TwimlBuilder } from '../element.js';
import { type AttributesOf, boolean, method, text, url } from '../kinds.js';
import { type ConfigVerb, configElement } from './config.js';
import { type ParameterVerb, parameterElement } from './parameter.js';

const attributes = {
  /** The Dialogflow connector, as you have named it in the Console. */
  connectorName: text(),
  /** The language of the conversation. @default the connector's */
  language: text(),
  /** Rates how the caller feels. @default the connector's setting */
  sentimentAnalysis: boolean(),
  /** Where Twilio reports how the conversation goes. */
  statusCallback: url(),
  /** HTTP method for `statusCallback`. */
  statusCallbackMethod: method(),
};

/** What `<VirtualAgent>` may carry. */
export interface VirtualAgentAttributes extends AttributesOf<typeof attributes>, TwimlAttributes {}

/** Inside `<VirtualAgent>`: settings of the agent, and values for it. */
export interface VirtualAgentBuilder extends TwimlBuilder, ConfigVerb, ParameterVerb {}

/** Adds what stands inside `<VirtualAgent>`. */
export interface VirtualAgentFill extends Fill<VirtualAgentBuilder>, VirtualAgentAttributes {}

/** What `<VirtualAgent>` may stand in. */
export interface VirtualAgentVerb {
  /** Lets an agent of Google's Dialogflow CX talk with the caller. */
  virtualAgent(content?: VirtualAgentFill | VirtualAgentAttributes): this;
  /** Lets an agent of Google's Dialogflow CX talk with the caller. */
  virtualAgent(attributes: VirtualAgentAttributes, fill: VirtualAgentFill): this;
}

/** @internal */
export const virtualAgentElement: Element = element<VirtualAgentBuilder>({
  tag: 'VirtualAgent',
  attributes,
  children: {
    config: () => configElement,
    parameter: () => parameterElement,
  },
});
