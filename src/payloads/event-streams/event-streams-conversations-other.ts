import { oneOf, openEnum, optional, sid, text, timestamp } from '../schema/fields.js';
import type { PayloadOf } from '../schema/form.js';
import { jsonNumber } from '../schema/json-fields.js';
import type { PayloadSchema } from '../schema/schema.js';
import { cloudEvent } from './cloud-event.js';
import { eventData } from './event-data.js';
import type { envelopeParameters } from './groups/envelope.js';

const data = {
  /** The account that owns the conversation: `AC…`. */
  AccountSid: optional(sid('AC')),
  /** The Conversations service: `IS…`. */
  ChatServiceSid: optional(sid('IS')),
  /** The Messaging Service of the conversation: `MG…`. */
  MessagingServiceSid: optional(sid('MG')),
  /** The conversation: `CH…`. */
  ConversationSid: optional(sid('CH')),
  /** The message: `IM…`. */
  MessageSid: optional(sid('IM')),
  /** The participant: `MB…`. */
  ParticipantSid: optional(sid('MB')),
  /** Of a new state: the one that the conversation left. */
  StateFrom: optional(openEnum('active', 'inactive', 'closed')),
  /** Of a new state: the state. */
  StateTo: optional(openEnum('active', 'inactive', 'closed')),
  /** Of a new state: when the conversation took it, in UTC. */
  StateUpdated: optional(timestamp('iso8601')),
  /** Of a new state: what brought it about. */
  Reason: optional(openEnum('API', 'TIMER', 'EVENT')),
  /** Of a delivery: the receipt, `DY…`. */
  DeliveryReceiptSid: optional(sid('DY')),
  /** Of a delivery: the message on its channel, such as `SM…`. */
  ChannelMessageSid: optional(text()),
  /** Of a delivery: how far the message got. */
  Status: optional(openEnum('sent', 'delivered', 'read', 'undelivered', 'failed')),
  /** Of a delivery: Twilio's error number; 0 or absent when nothing went wrong. */
  ErrorCode: optional(jsonNumber()),
  /** When it was made, in UTC. */
  DateCreated: optional(timestamp('iso8601')),
  /** When it last changed, in UTC. */
  DateUpdated: optional(timestamp('iso8601')),
};

/** The data of another event of a conversation: those of a new state and of a delivery are documented, and of others their SIDs alone known. */
export interface EventStreamsConversationsOtherData extends PayloadOf<typeof data> {}

const parameters = {
  /** What happened. `com.twilio.conversations.delivery.updated` is discontinued. */
  type: oneOf(
    'com.twilio.conversations.conversation.removed',
    'com.twilio.conversations.conversation.updated',
    'com.twilio.conversations.conversation-state.updated',
    'com.twilio.conversations.message.removed',
    'com.twilio.conversations.message.updated',
    'com.twilio.conversations.participant.removed',
    'com.twilio.conversations.participant.updated',
    'com.twilio.conversations.user.added',
    'com.twilio.conversations.user.updated',
    'com.twilio.conversations.delivery.updated',
  ),
  /** What it is about. Names that are not listed are those of the Conversations webhook of the same event, as far as is known. */
  data: eventData<EventStreamsConversationsOtherData>(data),
};

/** Something else happened in a conversation, or to a user of one. */
export interface EventStreamsConversationsOther extends PayloadOf<typeof envelopeParameters & typeof parameters> {}

/** Delivered to sinks that subscribe to it, but for `delivery.updated`, which came to an end; several events at once are an `EventStreamsRequest`. Answer with any 2xx. */
export const EventStreamsConversationsOther: PayloadSchema<EventStreamsConversationsOther, 'event-streams.conversations.other', 'nothing'> =
  cloudEvent({
    kind: 'event-streams.conversations.other',
    title: 'Other Conversations events',
    parameters,
  });
