import { type Element, element, type Fill, type TwimlAttributes, type TwimlBuilder } from '../element.js';
import { type AttributesOf, method, url } from '../kinds.js';
import { type AiSessionVerb, aiSessionElement } from './ai-session.js';
import { type AssistantVerb, assistantElement } from './assistant.js';
import { type AutopilotVerb, autopilotElement } from './autopilot.js';
import { type ConversationVerb, conversationElement } from './conversation.js';
import { type ConversationRelayVerb, conversationRelayElement } from './conversation-relay.js';
import { type ConversationRelaySessionVerb, conversationRelaySessionElement } from './conversation-relay-session.js';
import { type RoomVerb, roomElement } from './room.js';
import { type StreamVerb, streamElement } from './stream.js';
import { type VirtualAgentVerb, virtualAgentElement } from './virtual-agent.js';

const attributes = {
  /** Where Twilio asks how the call goes on when it is done. No verb after this one runs then. */
  action: url(),
  /** HTTP method for `action`. @default "POST" */
  method: method(),
};

/** What `<Connect>` may carry. */
export interface ConnectAttributes extends AttributesOf<typeof attributes>, TwimlAttributes {}

/** Inside `<Connect>`: what takes the call over; one of these. */
export interface ConnectBuilder
  extends TwimlBuilder,
    AiSessionVerb,
    AssistantVerb,
    AutopilotVerb,
    ConversationVerb,
    ConversationRelayVerb,
    ConversationRelaySessionVerb,
    RoomVerb,
    StreamVerb,
    VirtualAgentVerb {}

/** Adds what stands inside `<Connect>`. */
export interface ConnectFill extends Fill<ConnectBuilder>, ConnectAttributes {}

/** What `<Connect>` may stand in. */
export interface ConnectVerb {
  /**
   * Connects the caller with something that takes the call over until it is done. The next verb runs afterwards, unless there is an
   * `action`.
   */
  connect(content?: ConnectFill | ConnectAttributes): this;
  /**
   * Connects the caller with something that takes the call over until it is done. The next verb runs afterwards, unless there is an
   * `action`.
   */
  connect(attributes: ConnectAttributes, fill: ConnectFill): this;
}

/** @internal */
export const connectElement: Element = element<ConnectBuilder>({
  tag: 'Connect',
  attributes,
  children: {
    aiSession: () => aiSessionElement,
    assistant: () => assistantElement,
    autopilot: () => autopilotElement,
    conversation: () => conversationElement,
    conversationRelay: () => conversationRelayElement,
    conversationRelaySession: () => conversationRelaySessionElement,
    room: () => roomElement,
    stream: () => streamElement,
    virtualAgent: () => virtualAgentElement,
  },
});
