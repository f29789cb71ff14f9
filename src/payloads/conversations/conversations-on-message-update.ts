import { oneOf, optional, timestamp } from '../schema/fields.js';
import { form, type PayloadOf } from '../schema/form.js';
import type { PayloadSchema } from '../schema/schema.js';
import { eventParameters } from './groups/event.js';
import { messageParameters } from './groups/message.js';
import { storedMessageParameters } from './groups/stored-message.js';
import { ConversationsMessageAnswer } from './replies/conversations-message-answer.js';

const parameters = {
  /** `onMessageUpdate`, the name of this event. */
  EventType: oneOf('onMessageUpdate'),
  /** When the message was last changed: ISO 8601 with milliseconds, in UTC. */
  DateUpdated: optional(timestamp('iso8601')),
};

/** A message is about to be edited. The parameters show it as it will be. */
export interface ConversationsOnMessageUpdate
  extends PayloadOf<typeof eventParameters & typeof messageParameters & typeof storedMessageParameters & typeof parameters> {}

/**
 * Sent to the pre-action URL of the account or the service. Answer with a `ConversationsMessageAnswer`, or a `Response` of 4xx to refuse.
 * Twilio goes ahead without an answer after five seconds.
 */
export const ConversationsOnMessageUpdate: PayloadSchema<
  ConversationsOnMessageUpdate,
  'conversations.on_message_update',
  'json',
  ConversationsMessageAnswer
> = form({
  kind: 'conversations.on_message_update',
  title: 'onMessageUpdate (pre-action)',
  expects: 'json',
  reply: ConversationsMessageAnswer,
  deadlineMs: 4_000,
  signs: [{ is: { EventType: 'onMessageUpdate' }, lacks: ['InstanceSid'] }],
  parameters: [eventParameters, messageParameters, storedMessageParameters, parameters],
});
