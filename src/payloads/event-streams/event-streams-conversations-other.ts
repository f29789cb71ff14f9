import { oneOf } from '../schema/fields.js';
import type { PayloadOf } from '../schema/form.js';
import type { PayloadSchema } from '../schema/schema.js';
import { cloudEvent } from './cloud-event.js';
import { unknownData } from './event-data.js';
import type { envelopeParameters } from './groups/envelope.js';

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
  /** The names are those of the Conversations webhook of the same event, as far as is known. */
  data: unknownData(),
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
