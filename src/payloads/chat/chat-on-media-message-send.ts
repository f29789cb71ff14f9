import { oneOf } from '../schema/fields.js';
import { form, type PayloadOf } from '../schema/form.js';
import type { PayloadSchema } from '../schema/schema.js';
import { eventParameters } from './groups/event.js';
import { mediaParameters } from './groups/media.js';
import { messageParameters } from './groups/message.js';
import { ChatAcceptance } from './replies/chat-acceptance.js';

const parameters = {
  /** `onMediaMessageSend`, the name of this event. */
  EventType: oneOf('onMediaMessageSend'),
};

/**
 * A message with a file is about to be posted. The file has a SID, the message has none yet.
 *
 * @deprecated Programmable Chat has ended. Use `ConversationsOnMessageAdd`.
 */
export interface ChatOnMediaMessageSend
  extends PayloadOf<typeof eventParameters & typeof messageParameters & typeof mediaParameters & typeof parameters> {}

/**
 * Sent to the pre-event URL of the Chat service for what SDKs do, never for the REST API. Answer with `{}`, or a `Response` of 4xx to
 * refuse. Twilio goes ahead without an answer after five seconds.
 *
 * @deprecated Programmable Chat has ended. Use `ConversationsOnMessageAdd`.
 */
export const ChatOnMediaMessageSend: PayloadSchema<ChatOnMediaMessageSend, 'chat.on_media_message_send', 'json', ChatAcceptance> = form({
  kind: 'chat.on_media_message_send',
  title: 'onMediaMessageSend (pre-event)',
  expects: 'json',
  reply: ChatAcceptance,
  deadlineMs: 4_000,
  signs: [{ is: { EventType: 'onMediaMessageSend' }, has: ['InstanceSid'] }],
  parameters: [eventParameters, messageParameters, mediaParameters, parameters],
});
