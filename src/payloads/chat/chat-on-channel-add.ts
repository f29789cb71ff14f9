import { oneOf } from '../schema/fields.js';
import { form, type PayloadOf } from '../schema/form.js';
import type { PayloadSchema } from '../schema/schema.js';
import { channelParameters } from './groups/channel.js';
import { eventParameters } from './groups/event.js';
import { ChatChannelAnswer } from './replies/chat-channel-answer.js';

const parameters = {
  /** `onChannelAdd`, the name of this event. */
  EventType: oneOf('onChannelAdd'),
};

/**
 * A channel is about to be created. It has no SID yet.
 *
 * @deprecated Programmable Chat has ended. Use `ConversationsOnConversationAdd`.
 */
export interface ChatOnChannelAdd extends PayloadOf<typeof eventParameters & typeof channelParameters & typeof parameters> {}

/**
 * Sent to the pre-event URL of the Chat service for what SDKs do, never for the REST API. Answer with a `ChatChannelAnswer`, or a
 * `Response` of 4xx to refuse. Twilio goes ahead without an answer after five seconds.
 *
 * @deprecated Programmable Chat has ended. Use `ConversationsOnConversationAdd`.
 */
export const ChatOnChannelAdd: PayloadSchema<ChatOnChannelAdd, 'chat.on_channel_add', 'json', ChatChannelAnswer> = form({
  kind: 'chat.on_channel_add',
  title: 'onChannelAdd (pre-event)',
  expects: 'json',
  reply: ChatChannelAnswer,
  deadlineMs: 4_000,
  signs: [{ is: { EventType: 'onChannelAdd' }, has: ['InstanceSid'] }],
  parameters: [eventParameters, channelParameters, parameters],
});
