import { oneOf, optional, timestamp } from '../schema/fields.js';
import { form, type PayloadOf } from '../schema/form.js';
import type { PayloadSchema } from '../schema/schema.js';
import { eventParameters } from './groups/event.js';
import { messageParameters } from './groups/message.js';
import { storedMessageParameters } from './groups/stored-message.js';

const parameters = {
  /** `onMessageRemoved`, the name of this event. */
  EventType: oneOf('onMessageRemoved'),
  /** When the message was last changed: ISO 8601 with milliseconds, in UTC. */
  DateUpdated: optional(timestamp('iso8601')),
  /** When it was deleted: ISO 8601 with milliseconds, in UTC. */
  DateRemoved: optional(timestamp('iso8601')),
};

/** A message was deleted. */
export interface ConversationsOnMessageRemoved
  extends PayloadOf<typeof eventParameters & typeof messageParameters & typeof storedMessageParameters & typeof parameters> {}

/**
 * Sent to the post-action URL of the account or the service, and to the webhooks of the conversation that ask for it. Answer with any 2xx.
 */
export const ConversationsOnMessageRemoved: PayloadSchema<ConversationsOnMessageRemoved, 'conversations.on_message_removed', 'nothing'> =
  form({
    kind: 'conversations.on_message_removed',
    title: 'onMessageRemoved (post-action)',
    expects: 'nothing',
    signs: [{ is: { EventType: 'onMessageRemoved' }, lacks: ['InstanceSid'] }],
    parameters: [eventParameters, messageParameters, storedMessageParameters, parameters],
  });
