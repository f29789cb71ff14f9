import { oneOf } from '../schema/fields.js';
import { form, type PayloadOf } from '../schema/form.js';
import type { PayloadSchema } from '../schema/schema.js';
import { eventParameters } from './groups/event.js';
import { messageParameters } from './groups/message.js';
import { ChatMessageAnswer } from './replies/chat-message-answer.js';

const parameters = {
  /** `onMessageSend`, the name of this event. */
  EventType: oneOf('onMessageSend'),
};

/**
 * A text message is about to be posted. It has no SID yet.
 *
 * @deprecated Programmable Chat has ended. Use `ConversationsOnMessageAdd`.
 */
export interface ChatOnMessageSend extends PayloadOf<typeof eventParameters & typeof messageParameters & typeof parameters> {}

/**
 * Sent to the pre-event URL of the Chat service for what SDKs do, never for the REST API. Answer with a `ChatMessageAnswer`, or a
 * `Response` of 4xx to refuse. Twilio goes ahead without an answer after five seconds.
 *
 * @deprecated Programmable Chat has ended. Use `ConversationsOnMessageAdd`.
 */
export const ChatOnMessageSend: PayloadSchema<ChatOnMessageSend, 'chat.on_message_send', 'json', ChatMessageAnswer> = form({
  kind: 'chat.on_message_send',
  title: 'onMessageSend (pre-event)',
  expects: 'json',
  reply: ChatMessageAnswer,
  deadlineMs: 4_000,
  signs: [{ is: { EventType: 'onMessageSend' }, has: ['InstanceSid'] }],
  parameters: [eventParameters, messageParameters, parameters],
});
