import { integer, oneOf, optional, text, timestamp } from '../schema/fields.js';
import { form, type PayloadOf } from '../schema/form.js';
import type { PayloadSchema } from '../schema/schema.js';
import { eventParameters } from './groups/event.js';
import { messageParameters } from './groups/message.js';
import { storedMessageParameters } from './groups/stored-message.js';

const parameters = {
  /** `onMessageUpdated`, the name of this event. */
  EventType: oneOf('onMessageUpdated'),
  /** The message's place in the channel, from 0. */
  Index: optional(integer()),
  /** When it was edited: ISO 8601 with milliseconds, in UTC. */
  DateUpdated: optional(timestamp('iso8601')),
  /** The identity of the user who edited it. */
  ModifiedBy: optional(text()),
};

/**
 * A message was edited.
 *
 * @deprecated Programmable Chat has ended. Use `ConversationsOnMessageUpdated`.
 */
export interface ChatOnMessageUpdated
  extends PayloadOf<typeof eventParameters & typeof messageParameters & typeof storedMessageParameters & typeof parameters> {}

/**
 * Sent to the post-event URL of the Chat service, and to the webhooks of the channel that ask for it. Answer with any 2xx.
 *
 * @deprecated Programmable Chat has ended. Use `ConversationsOnMessageUpdated`.
 */
export const ChatOnMessageUpdated: PayloadSchema<ChatOnMessageUpdated, 'chat.on_message_updated', 'nothing'> = form({
  kind: 'chat.on_message_updated',
  title: 'onMessageUpdated (post-event)',
  expects: 'nothing',
  signs: [{ is: { EventType: 'onMessageUpdated' }, has: ['InstanceSid'] }],
  parameters: [eventParameters, messageParameters, storedMessageParameters, parameters],
});
