import { oneOf, optional, text } from '../schema/fields.js';
import { form, type PayloadOf } from '../schema/form.js';
import type { PayloadSchema } from '../schema/schema.js';
import { eventParameters } from './groups/event.js';
import { messageParameters } from './groups/message.js';
import { storedMessageParameters } from './groups/stored-message.js';
import { ChatMessageAnswer } from './replies/chat-message-answer.js';

const parameters = {
  /** `onMessageUpdate`, the name of this event. */
  EventType: oneOf('onMessageUpdate'),
  /** The identity of the user who edits it. */
  ModifiedBy: optional(text()),
};

/**
 * A message is about to be edited. The parameters show it as it will be.
 *
 * @deprecated Programmable Chat has ended. Use `ConversationsOnMessageUpdate`.
 */
export interface ChatOnMessageUpdate
  extends PayloadOf<typeof eventParameters & typeof messageParameters & typeof storedMessageParameters & typeof parameters> {}

/**
 * Sent to the pre-event URL of the Chat service for what SDKs do, never for the REST API. Answer with a `ChatMessageAnswer`, or a
 * `Response` of 4xx to refuse. Twilio goes ahead without an answer after five seconds.
 *
 * @deprecated Programmable Chat has ended. Use `ConversationsOnMessageUpdate`.
 */
export const ChatOnMessageUpdate: PayloadSchema<ChatOnMessageUpdate, 'chat.on_message_update', 'json', ChatMessageAnswer> = form({
  kind: 'chat.on_message_update',
  title: 'onMessageUpdate (pre-event)',
  expects: 'json',
  reply: ChatMessageAnswer,
  deadlineMs: 4_000,
  signs: [{ is: { EventType: 'onMessageUpdate' }, has: ['InstanceSid'] }],
  parameters: [eventParameters, messageParameters, storedMessageParameters, parameters],
});
