import { oneOf, optional, timestamp } from '../schema/fields.js';
import { form, type PayloadOf } from '../schema/form.js';
import type { PayloadSchema } from '../schema/schema.js';
import { channelParameters } from './groups/channel.js';
import { eventParameters } from './groups/event.js';
import { storedChannelParameters } from './groups/stored-channel.js';

const parameters = {
  /** `onChannelDestroyed`, the name of this event. */
  EventType: oneOf('onChannelDestroyed'),
  /** When the channel was deleted: ISO 8601 with milliseconds, in UTC. */
  DateDestroyed: optional(timestamp('iso8601')),
};

/**
 * A channel was deleted, with its messages and members.
 *
 * @deprecated Programmable Chat has ended. Use `ConversationsOnConversationRemoved`.
 */
export interface ChatOnChannelDestroyed
  extends PayloadOf<typeof eventParameters & typeof channelParameters & typeof storedChannelParameters & typeof parameters> {}

/**
 * Sent to the post-event URL of the Chat service, and to the webhooks of the channel that ask for it. Answer with any 2xx.
 *
 * @deprecated Programmable Chat has ended. Use `ConversationsOnConversationRemoved`.
 */
export const ChatOnChannelDestroyed: PayloadSchema<ChatOnChannelDestroyed, 'chat.on_channel_destroyed', 'nothing'> = form({
  kind: 'chat.on_channel_destroyed',
  title: 'onChannelDestroyed (post-event)',
  expects: 'nothing',
  signs: [{ is: { EventType: 'onChannelDestroyed' }, has: ['InstanceSid'] }],
  parameters: [eventParameters, channelParameters, storedChannelParameters, parameters],
});
