import { oneOf, openEnum, optional, sid, text, timestamp } from '../schema/fields.js';
import type { PayloadOf } from '../schema/form.js';
import { jsonObject, nullable } from '../schema/json-fields.js';
import type { PayloadSchema } from '../schema/schema.js';
import { cloudEvent } from './cloud-event.js';
import { eventData } from './event-data.js';
import type { envelopeParameters } from './groups/envelope.js';
import { type EventStreamsMessagingBinding, messagingBinding } from './groups/messaging-binding.js';

const email = {
  /** Your address that stands for others in the conversation. */
  ProjectedAddress: optional(text()),
  /** The name on it. */
  Name: optional(text()),
};

/** How the others of a conversation are reached by e-mail. */
export interface EventStreamsEmailBinding extends PayloadOf<typeof email> {}

const bindings = {
  /** How mail reaches the conversation. */
  Email: optional(nullable(jsonObject<EventStreamsEmailBinding>(email))),
};

/** How the others of a conversation are reached, by the channel. */
export interface EventStreamsConversationBindings extends PayloadOf<typeof bindings> {}

const data = {
  /** The conversation: `CH…`. */
  ConversationSid: sid('CH'),
  /** The account that owns it: `AC…`. */
  AccountSid: optional(sid('AC')),
  /** Its name; of one that a message began, the sender's address. */
  FriendlyName: optional(text()),
  /** The unique name that you gave it, where you did. */
  UniqueName: optional(text()),
  /** What it is doing. */
  State: optional(openEnum('active', 'inactive', 'closed')),
  /** When it was made, in UTC. */
  DateCreated: optional(timestamp('iso8601')),
  /** Its Messaging Service: `MG…`. */
  MessagingServiceSid: optional(sid('MG')),
  /** The text that began it; absent when none did. */
  MessageBody: optional(text()),
  /** The subject of the e-mail that began it; absent when none did. */
  MessageSubject: optional(text()),
  /** How the participant who began it is reached. */
  MessagingBinding: optional(nullable(jsonObject<EventStreamsMessagingBinding>(messagingBinding))),
  /** How others are reached, by the channel. */
  Bindings: optional(nullable(jsonObject<EventStreamsConversationBindings>(bindings))),
  /** The name of who began it. */
  AuthorFriendlyName: optional(text()),
};

/** The data of an event about a new conversation. */
export interface EventStreamsConversationsConversationAddedData extends PayloadOf<typeof data> {}

const parameters = {
  /** The only type. */
  type: oneOf('com.twilio.conversations.conversation.added'),
  /** The conversation, under names as in webhooks and with the types of JSON. */
  data: eventData<EventStreamsConversationsConversationAddedData>(data),
};

/** A conversation was made. */
export interface EventStreamsConversationsConversationAdded extends PayloadOf<typeof envelopeParameters & typeof parameters> {}

/** Delivered to sinks that subscribe to it; several events at once are an `EventStreamsRequest`. Answer with any 2xx. */
export const EventStreamsConversationsConversationAdded: PayloadSchema<
  EventStreamsConversationsConversationAdded,
  'event-streams.conversations.conversation-added',
  'nothing'
> = cloudEvent({
  kind: 'event-streams.conversations.conversation-added',
  title: 'Conversations conversation added',
  parameters,
});
