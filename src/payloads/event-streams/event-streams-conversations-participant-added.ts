import { oneOf, optional, sid, text, timestamp } from '../schema/fields.js';
import type { PayloadOf } from '../schema/form.js';
import { jsonObject, nullable } from '../schema/json-fields.js';
import type { PayloadSchema } from '../schema/schema.js';
import { cloudEvent } from './cloud-event.js';
import { eventData } from './event-data.js';
import type { envelopeParameters } from './groups/envelope.js';
import { type EventStreamsMessagingBinding, messagingBinding } from './groups/messaging-binding.js';

const data = {
  /** The participant: `MB…`. */
  ParticipantSid: sid('MB'),
  /** The conversation: `CH…`. */
  ConversationSid: sid('CH'),
  /** The account that owns it: `AC…`. */
  AccountSid: optional(sid('AC')),
  /** The identity of a chat user; absent for others. */
  Identity: optional(text()),
  /** The role of a chat user: `RL…`. */
  RoleSid: optional(sid('RL')),
  /** When the participant was added, in UTC. */
  DateCreated: optional(timestamp('iso8601')),
  /** How the participant is reached; absent for chat users. */
  MessagingBinding: optional(nullable(jsonObject<EventStreamsMessagingBinding>(messagingBinding))),
};

/** The data of an event about a new participant of a conversation. */
export interface EventStreamsConversationsParticipantAddedData extends PayloadOf<typeof data> {}

const parameters = {
  /** The only type. */
  type: oneOf('com.twilio.conversations.participant.added'),
  /** The participant, under names as in webhooks and with the types of JSON. */
  data: eventData<EventStreamsConversationsParticipantAddedData>(data),
};

/** Somebody was added to a conversation. */
export interface EventStreamsConversationsParticipantAdded extends PayloadOf<typeof envelopeParameters & typeof parameters> {}

/** Delivered to sinks that subscribe to it; several events at once are an `EventStreamsRequest`. Answer with any 2xx. */
export const EventStreamsConversationsParticipantAdded: PayloadSchema<
  EventStreamsConversationsParticipantAdded,
  'event-streams.conversations.participant-added',
  'nothing'
> = cloudEvent({
  kind: 'event-streams.conversations.participant-added',
  title: 'Conversations participant added',
  parameters,
});
