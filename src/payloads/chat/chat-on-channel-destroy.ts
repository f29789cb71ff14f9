import { oneOf } from '../schema/fields.js';
import { form, type PayloadOf } from '../schema/form.js';
import type { PayloadSchema } from '../schema/schema.js';
import { channelParameters } from './groups/channel.js';
import { eventParameters } from './groups/event.js';
import { storedChannelParameters } from './groups/stored-channel.js';
import { ChatAcceptance } from './replies/chat-acceptance.js';

const parameters = {
  /** `onChannelDestroy`, the name of this event. */
  EventType: oneOf('onChannelDestroy'),
};

/**
 * A channel is about to be deleted, with its messages and members.
 *
 * @deprecated Programmable Chat has ended. Use `ConversationsOnConversationRemove`.
 */
export interface ChatOnChannelDestroy
  extends PayloadOf<typeof eventParameters & typeof channelParameters & typeof storedChannelParameters & typeof parameters> {}

/**
 * Sent to the pre-event URL of the Chat service for what SDKs do, never for the REST API. Answer with `{}`, or a `Response` of 4xx to
 * refuse. Twilio goes ahead without an answer after five seconds.
 *
 * @deprecated Programmable Chat has ended. Use `ConversationsOnConversationRemove`.
 */
export const ChatOnChannelDestroy: PayloadSchema<ChatOnChannelDestroy, 'chat.on_channel_destroy', 'json', ChatAcceptance> = form({
  kind: 'chat.on_channel_destroy',
  title: 'onChannelDestroy (pre-event)',
  expects: 'json',
  reply: ChatAcceptance,
  deadlineMs: 4_000,
  signs: [{ is: { EventType: 'onChannelDestroy' }, has: ['InstanceSid'] }],
  parameters: [eventParameters, channelParameters, storedChannelParameters, parameters],
});
