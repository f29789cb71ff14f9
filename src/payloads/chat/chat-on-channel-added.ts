import { oneOf } from '../schema/fields.js';
import { form, type PayloadOf } from '../schema/form.js';
import type { PayloadSchema } from '../schema/schema.js';
import { channelParameters } from './groups/channel.js';
import { eventParameters } from './groups/event.js';
import { storedChannelParameters } from './groups/stored-channel.js';

const parameters = {
  /** `onChannelAdded`, the name of this event. */
  EventType: oneOf('onChannelAdded'),
};

/**
 * A channel was created.
 *
 * @deprecated Programmable Chat has ended. Use `ConversationsOnConversationAdded`.
 */
export interface ChatOnChannelAdded
  extends PayloadOf<typeof eventParameters & typeof channelParameters & typeof storedChannelParameters & typeof parameters> {}

/**
 * Sent to the post-event URL of the Chat service, and to the webhooks of the channel that ask for it. Answer with any 2xx.
 *
 * @deprecated Programmable Chat has ended. Use `ConversationsOnConversationAdded`.
 */
export const ChatOnChannelAdded: PayloadSchema<ChatOnChannelAdded, 'chat.on_channel_added', 'nothing'> = form({
  kind: 'chat.on_channel_added',
  title: 'onChannelAdded (post-event)',
  expects: 'nothing',
  signs: [{ is: { EventType: 'onChannelAdded' }, has: ['InstanceSid'] }],
  parameters: [eventParameters, channelParameters, storedChannelParameters, parameters],
});
