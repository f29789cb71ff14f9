import { oneOf } from '../schema/fields.js';
import { form, type PayloadOf } from '../schema/form.js';
import type { PayloadSchema } from '../schema/schema.js';
import { channelParameters } from './groups/channel.js';
import { eventParameters } from './groups/event.js';
import { storedChannelParameters } from './groups/stored-channel.js';
import { ChatChannelAnswer } from './replies/chat-channel-answer.js';

const parameters = {
  /** `onChannelUpdate`, the name of this event. */
  EventType: oneOf('onChannelUpdate'),
};

/**
 * A channel is about to be changed. The parameters show it as it will be.
 *
 * @deprecated Programmable Chat has ended. Use `ConversationsOnConversationUpdate`.
 */
export interface ChatOnChannelUpdate
  extends PayloadOf<typeof eventParameters & typeof channelParameters & typeof storedChannelParameters & typeof parameters> {}

/**
 * Sent to the pre-event URL of the Chat service for what SDKs do, never for the REST API. Answer with a `ChatChannelAnswer`, or a
 * `Response` of 4xx to refuse. Twilio goes ahead without an answer after five seconds.
 *
 * @deprecated Programmable Chat has ended. Use `ConversationsOnConversationUpdate`.
 */
export const ChatOnChannelUpdate: PayloadSchema<ChatOnChannelUpdate, 'chat.on_channel_update', 'json', ChatChannelAnswer> = form({
  kind: 'chat.on_channel_update',
  title: 'onChannelUpdate (pre-event)',
  expects: 'json',
  reply: ChatChannelAnswer,
  deadlineMs: 4_000,
  signs: [{ is: { EventType: 'onChannelUpdate' }, has: ['InstanceSid'] }],
  parameters: [eventParameters, channelParameters, storedChannelParameters, parameters],
});
