import { type Element, element, type TwimlAttributes } from '../element.js';
import { type AttributesOf, boolean, integer, listOf, method, oneOf, orBoolean, text, url } from '../kinds.js';
import { recordingEvents } from '../values/recording-events.js';
import { trims } from '../values/trims.js';

const attributes = {
  /** SID of the Conversations service. */
  serviceInstanceSid: text(),
  /** Makes a conversation for a caller who has none. */
  inboundAutocreation: boolean(),
  /** Seconds that the caller waits for an answer. */
  inboundTimeout: integer(),
  /** Seconds that Twilio looks for someone to take the call. */
  routingAssignmentTimeout: integer(),
  /** A document for the person who takes the call, before the two are connected. */
  url: url(),
  /** HTTP method for `url`. */
  method: method(),
  /** Records the call from the answer or from the ringing on: both sides in one channel, or (`-dual`) in one each. */
  record: orBoolean(
    oneOf('do-not-record', 'record-from-answer', 'record-from-ringing', 'record-from-answer-dual', 'record-from-ringing-dual'),
  ),
  /** Cuts silence off the beginning and the end of the recording, or leaves it. */
  trim: trims,
  /** Where Twilio reports on the recording, for example that its file can be fetched. */
  recordingStatusCallback: url(),
  /** What it reports there. */
  recordingStatusCallbackEvent: recordingEvents,
  /** HTTP method for `recordingStatusCallback`. */
  recordingStatusCallbackMethod: method(),
  /** Where Twilio reports how the call goes. */
  statusCallback: url(),
  /** Which steps it reports there. */
  statusCallbackEvent: listOf('call-initiated', 'call-ringing', 'call-answered', 'call-completed'),
  /** HTTP method for `statusCallback`. */
  statusCallbackMethod: method(),
};

/** What `<Conversation>` may carry. */
export interface ConversationAttributes extends AttributesOf<typeof attributes>, TwimlAttributes {}

/** What `<Conversation>` may stand in. */
export interface ConversationVerb {
  /**
   * Puts the call into a conversation of Twilio's Conversations.
   *
   * @deprecated Twilio's documentation no longer has it; use `enqueue` with a TaskRouter workflow.
   */
  conversation(attributes?: ConversationAttributes): this;
}

/** @internal */
export const conversationElement: Element = element({
  tag: 'Conversation',
  attributes,
  children: {},
});
