import { oneOf, optional, timestamp } from '../schema/fields.js';
import { form, type PayloadOf } from '../schema/form.js';
import type { PayloadSchema } from '../schema/schema.js';
import { eventParameters } from './groups/event.js';
import { messageParameters } from './groups/message.js';
import { storedMessageParameters } from './groups/stored-message.js';

const parameters = {
  /** `onMessageUpdated`, the name of this event. */
  EventType: oneOf('onMessageUpdated'),
  /** When the message was last changed: ISO 8601 with milliseconds, in UTC. */
  DateUpdated: optional(timestamp('iso8601')),
};

/** A message was edited. */
export interface ConversationsOnMessageUpdated
  extends PayloadOf<typeof eventParameters & typeof messageParameters & typeof storedMessageParameters & typeof parameters> {}

/**
 * Sent to the post-action URL of the account or the service, and to the webhooks of the conversation that ask for it. Answer with any 2xx.
 */
export const ConversationsOnMessageUpdated: PayloadSchema<ConversationsOnMessageUpdated, 'conversations.on_message_updated', 'nothing'> =
  form({
    kind: 'conversations.on_message_updated',
    title: 'onMessageUpdated (post-action)',
    expects: 'nothing',
    signs: [{ is: { EventType: 'onMessageUpdated' }, lacks: ['InstanceSid'] }],
    parameters: [eventParameters, messageParameters, storedMessageParameters, parameters],
  });
