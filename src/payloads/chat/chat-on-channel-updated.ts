import { oneOf, optional, timestamp } from '../schema/fields.js';
import { form, type PayloadOf } from '../schema/form.js';
import type { PayloadSchema } from '../schema/schema.js';
import { channelParameters } from './groups/channel.js';
import { eventParameters } from './groups/event.js';
import { storedChannelParameters } from './groups/stored-channel.js';

const parameters = {
  /** `onChannelUpdated`, the name of this event. */
  EventType: oneOf('onChannelUpdated'),
  /** When the channel was changed: ISO 8601 with milliseconds, in UTC. */
  DateUpdated: optional(timestamp('iso8601')),
};

/**
 * A channel was changed.
 *
 * @deprecated Programmable Chat has ended. Use `ConversationsOnConversationUpdated`.
 */
export interface ChatOnChannelUpdated
  extends PayloadOf<typeof eventParameters & typeof channelParameters & typeof storedChannelParameters & typeof parameters> {}

/**
 * Sent to the post-event URL of the Chat service, and to the webhooks of the channel that ask for it. Answer with any 2xx.
 *
 * @deprecated Programmable Chat has ended. Use `ConversationsOnConversationUpdated`.
 */
export const ChatOnChannelUpdated: PayloadSchema<ChatOnChannelUpdated, 'chat.on_channel_updated', 'nothing'> = form({
  kind: 'chat.on_channel_updated',
  title: 'onChannelUpdated (post-event)',
  expects: 'nothing',
  signs: [{ is: { EventType: 'onChannelUpdated' }, has: ['InstanceSid'] }],
  parameters: [eventParameters, channelParameters, storedChannelParameters, parameters],
});
