import { oneOf, optional, sid, text, timestamp } from '../schema/fields.js';
import type { PayloadOf } from '../schema/form.js';
import { jsonList, jsonNumber, jsonObject } from '../schema/json-fields.js';
import type { PayloadSchema } from '../schema/schema.js';
import { cloudEvent } from './cloud-event.js';
import { eventData } from './event-data.js';
import type { envelopeParameters } from './groups/envelope.js';

const media = {
  /** The file: `ME…`. */
  MediaSid: optional(sid('ME')),
  /** What the sender called the file. */
  Filename: optional(text()),
  /** Its MIME type. */
  ContentType: optional(text()),
  /** Its size in bytes. */
  Size: optional(jsonNumber()),
};

/** A file that came with a message. */
export interface EventStreamsConversationsMedia extends PayloadOf<typeof media> {}

const data = {
  /** The message: `IM…`. */
  MessageSid: sid('IM'),
  /** The conversation: `CH…`. */
  ConversationSid: sid('CH'),
  /** The account that owns it: `AC…`. */
  AccountSid: optional(sid('AC')),
  /** The place of the message in the conversation, from 0. */
  Index: optional(jsonNumber()),
  /** Who wrote it: an identity, a number or a channel address; `system` for the REST API. */
  Author: optional(text()),
  /** The participant who wrote it; absent where the author is none. */
  ParticipantSid: optional(sid('MB')),
  /** The text; absent when there is only media. */
  MessageBody: optional(text()),
  /** The subject of an e-mail. */
  MessageSubject: optional(text()),
  /** When it was added, in UTC. */
  DateCreated: optional(timestamp('iso8601')),
  /** The Messaging Service of the conversation: `MG…`. */
  MessagingServiceSid: optional(sid('MG')),
  /** The content template that it was made from: `HX…`. */
  ContentSid: optional(sid('HX')),
  /** The files that came with it. */
  Media: optional(jsonList(jsonObject<EventStreamsConversationsMedia>(media))),
};

/** The data of an event about a new message of a conversation. */
export interface EventStreamsConversationsMessageAddedData extends PayloadOf<typeof data> {}

const parameters = {
  /** The only type. */
  type: oneOf('com.twilio.conversations.message.added'),
  /** The message, under names as in webhooks and with the types of JSON. */
  data: eventData<EventStreamsConversationsMessageAddedData>(data),
};

/** A message was added to a conversation. */
export interface EventStreamsConversationsMessageAdded extends PayloadOf<typeof envelopeParameters & typeof parameters> {}

/** Delivered to sinks that subscribe to it; several events at once are an `EventStreamsRequest`. Answer with any 2xx. */
export const EventStreamsConversationsMessageAdded: PayloadSchema<
  EventStreamsConversationsMessageAdded,
  'event-streams.conversations.message-added',
  'nothing'
> = cloudEvent({
  kind: 'event-streams.conversations.message-added',
  title: 'Conversations message added',
  parameters,
});
