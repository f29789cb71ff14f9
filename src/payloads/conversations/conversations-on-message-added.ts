import { oneOf, optional, sid } from '../schema/fields.js';
import { form, type PayloadOf } from '../schema/form.js';
import type { PayloadSchema } from '../schema/schema.js';
import { eventParameters } from './groups/event.js';
import { messageParameters } from './groups/message.js';
import { storedMessageParameters } from './groups/stored-message.js';

const parameters = {
  /** `onMessageAdded`, the name of this event. */
  EventType: oneOf('onMessageAdded'),
  /** The Messaging Service that carries messages to and from phones. Recordings of chat alone lack it. */
  MessagingServiceSid: optional(sid('MG')),
};

/** A message was posted, by a chat user, from a phone or by the API. */
export interface ConversationsOnMessageAdded
  extends PayloadOf<typeof eventParameters & typeof messageParameters & typeof storedMessageParameters & typeof parameters> {}

/**
 * Sent to the post-action URL of the account or the service, and to the webhooks of the conversation that ask for it. Answer with any 2xx.
 */
export const ConversationsOnMessageAdded: PayloadSchema<ConversationsOnMessageAdded, 'conversations.on_message_added', 'nothing'> = form({
  kind: 'conversations.on_message_added',
  title: 'onMessageAdded (post-action)',
  expects: 'nothing',
  signs: [{ is: { EventType: 'onMessageAdded' } }],
  parameters: [eventParameters, messageParameters, storedMessageParameters, parameters],
});
