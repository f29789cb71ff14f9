import { oneOf, optional, timestamp } from '../schema/fields.js';
import { form, type PayloadOf } from '../schema/form.js';
import type { PayloadSchema } from '../schema/schema.js';
import { conversationParameters } from './groups/conversation.js';
import { eventParameters } from './groups/event.js';
import { storedConversationParameters } from './groups/stored-conversation.js';

const parameters = {
  /** `onConversationRemoved`, the name of this event. */
  EventType: oneOf('onConversationRemoved'),
  /** When the conversation was deleted: ISO 8601 with milliseconds, in UTC. */
  DateRemoved: optional(timestamp('iso8601')),
};

/** A conversation was deleted, with its messages and participants. */
export interface ConversationsOnConversationRemoved
  extends PayloadOf<typeof eventParameters & typeof conversationParameters & typeof storedConversationParameters & typeof parameters> {}

/**
 * Sent to the post-action URL of the account or the service, and to the webhooks of the conversation that ask for it. Answer with any 2xx.
 */
export const ConversationsOnConversationRemoved: PayloadSchema<
  ConversationsOnConversationRemoved,
  'conversations.on_conversation_removed',
  'nothing'
> = form({
  kind: 'conversations.on_conversation_removed',
  title: 'onConversationRemoved (post-action)',
  expects: 'nothing',
  signs: [{ is: { EventType: 'onConversationRemoved' } }],
  parameters: [eventParameters, conversationParameters, storedConversationParameters, parameters],
});
