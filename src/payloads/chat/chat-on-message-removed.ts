import { integer, oneOf, optional, text, timestamp } from '../schema/fields.js';
import { form, type PayloadOf } from '../schema/form.js';
import type { PayloadSchema } from '../schema/schema.js';
import { eventParameters } from './groups/event.js';
import { messageParameters } from './groups/message.js';
import { storedMessageParameters } from './groups/stored-message.js';

const parameters = {
  /** `onMessageRemoved`, the name of this event. */
  EventType: oneOf('onMessageRemoved'),
  /** The message's place in the channel, from 0. */
  Index: optional(integer()),
  /** When it was deleted: ISO 8601 with milliseconds, in UTC. */
  DateRemoved: optional(timestamp('iso8601')),
  /** The identity of the user who deleted it. */
  RemovedBy: optional(text()),
};

/**
 * A message was deleted.
 *
 * @deprecated Programmable Chat has ended. Use `ConversationsOnMessageRemoved`.
 */
export interface ChatOnMessageRemoved
  extends PayloadOf<typeof eventParameters & typeof messageParameters & typeof storedMessageParameters & typeof parameters> {}

/**
 * Sent to the post-event URL of the Chat service, and to the webhooks of the channel that ask for it. Answer with any 2xx.
 *
 * @deprecated Programmable Chat has ended. Use `ConversationsOnMessageRemoved`.
 */
export const ChatOnMessageRemoved: PayloadSchema<ChatOnMessageRemoved, 'chat.on_message_removed', 'nothing'> = form({
  kind: 'chat.on_message_removed',
  title: 'onMessageRemoved (post-event)',
  expects: 'nothing',
  signs: [{ is: { EventType: 'onMessageRemoved' }, has: ['InstanceSid'] }],
  parameters: [eventParameters, messageParameters, storedMessageParameters, parameters],
});
