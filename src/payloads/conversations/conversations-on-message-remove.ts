import { oneOf, optional, timestamp } from '../schema/fields.js';
import { form, type PayloadOf } from '../schema/form.js';
import type { PayloadSchema } from '../schema/schema.js';
import { eventParameters } from './groups/event.js';
import { messageParameters } from './groups/message.js';
import { storedMessageParameters } from './groups/stored-message.js';
import { ConversationsAcceptance } from './replies/conversations-acceptance.js';

const parameters = {
  /** `onMessageRemove`, the name of this event. */
  EventType: oneOf('onMessageRemove'),
  /** When the message was last changed: ISO 8601 with milliseconds, in UTC. */
  DateUpdated: optional(timestamp('iso8601')),
};

/** A message is about to be deleted. */
export interface ConversationsOnMessageRemove
  extends PayloadOf<typeof eventParameters & typeof messageParameters & typeof storedMessageParameters & typeof parameters> {}

/**
 * Sent to the pre-action URL of the account or the service. Answer with `{}`, or a `Response` of 4xx to refuse. Twilio goes ahead without
 * an answer after five seconds.
 */
export const ConversationsOnMessageRemove: PayloadSchema<
  ConversationsOnMessageRemove,
  'conversations.on_message_remove',
  'json',
  ConversationsAcceptance
> = form({
  kind: 'conversations.on_message_remove',
  title: 'onMessageRemove (pre-action)',
  expects: 'json',
  reply: ConversationsAcceptance,
  deadlineMs: 4_000,
  signs: [{ is: { EventType: 'onMessageRemove' }, lacks: ['InstanceSid'] }],
  parameters: [eventParameters, messageParameters, storedMessageParameters, parameters],
});
