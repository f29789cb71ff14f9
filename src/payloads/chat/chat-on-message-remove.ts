import { oneOf, optional, text } from '../schema/fields.js';
import { form, type PayloadOf } from '../schema/form.js';
import type { PayloadSchema } from '../schema/schema.js';
import { eventParameters } from './groups/event.js';
import { messageParameters } from './groups/message.js';
import { storedMessageParameters } from './groups/stored-message.js';
import { ChatAcceptance } from './replies/chat-acceptance.js';

const parameters = {
  /** `onMessageRemove`, the name of this event. */
  EventType: oneOf('onMessageRemove'),
  /** The identity of the user who deletes it. */
  RemovedBy: optional(text()),
};

/**
 * A message is about to be deleted.
 *
 * @deprecated Programmable Chat has ended. Use `ConversationsOnMessageRemove`.
 */
export interface ChatOnMessageRemove
  extends PayloadOf<typeof eventParameters & typeof messageParameters & typeof storedMessageParameters & typeof parameters> {}

/**
 * Sent to the pre-event URL of the Chat service for what SDKs do, never for the REST API. Answer with `{}`, or a `Response` of 4xx to
 * refuse. Twilio goes ahead without an answer after five seconds.
 *
 * @deprecated Programmable Chat has ended. Use `ConversationsOnMessageRemove`.
 */
export const ChatOnMessageRemove: PayloadSchema<ChatOnMessageRemove, 'chat.on_message_remove', 'json', ChatAcceptance> = form({
  kind: 'chat.on_message_remove',
  title: 'onMessageRemove (pre-event)',
  expects: 'json',
  reply: ChatAcceptance,
  deadlineMs: 4_000,
  signs: [{ is: { EventType: 'onMessageRemove' }, has: ['InstanceSid'] }],
  parameters: [eventParameters, messageParameters, storedMessageParameters, parameters],
});
