import { oneOf } from '../schema/fields.js';
import { form, type PayloadOf } from '../schema/form.js';
import type { PayloadSchema } from '../schema/schema.js';
import { eventParameters } from './groups/event.js';
import { messageParameters } from './groups/message.js';
import { ConversationsMessageAnswer } from './replies/conversations-message-answer.js';

const parameters = {
  /** `onMessageAdd`, the name of this event. */
  EventType: oneOf('onMessageAdd'),
};

/** A message is about to be posted. It has no SID yet. */
export interface ConversationsOnMessageAdd extends PayloadOf<typeof eventParameters & typeof messageParameters & typeof parameters> {}

/**
 * Sent to the pre-action URL of the account or the service. Answer with a `ConversationsMessageAnswer`, or a `Response` of 4xx to refuse.
 * Twilio goes ahead without an answer after five seconds.
 */
export const ConversationsOnMessageAdd: PayloadSchema<
  ConversationsOnMessageAdd,
  'conversations.on_message_add',
  'json',
  ConversationsMessageAnswer
> = form({
  kind: 'conversations.on_message_add',
  title: 'onMessageAdd (pre-action)',
  expects: 'json',
  reply: ConversationsMessageAnswer,
  deadlineMs: 4_000,
  signs: [{ is: { EventType: 'onMessageAdd' } }],
  parameters: [eventParameters, messageParameters, parameters],
});
