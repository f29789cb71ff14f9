import { oneOf, openEnum, optional, sid, timestamp } from '../schema/fields.js';
import { form, type PayloadOf } from '../schema/form.js';
import type { PayloadSchema } from '../schema/schema.js';
import { eventParameters } from './groups/event.js';

const parameters = {
  /** `onConversationStateUpdated`, the name of this event. */
  EventType: oneOf('onConversationStateUpdated'),
  /** The conversation: `CH…`. */
  ConversationSid: sid('CH'),
  /** The state that it is in now. */
  StateTo: openEnum('active', 'inactive', 'closed'),
  /** The state that it was in. */
  StateFrom: optional(openEnum('active', 'inactive', 'closed')),
  /** When it went over: ISO 8601 with milliseconds, in UTC. */
  StateUpdated: optional(timestamp('iso8601')),
  /** What moved it: a request to the API, one of its timers, or an event in it such as a message. */
  Reason: optional(openEnum('API', 'TIMER', 'EVENT')),
  /** The Messaging Service that carries messages to and from phones: `MG…`. */
  MessagingServiceSid: optional(sid('MG')),
};

/** A conversation went from one state to another, as when it was closed. */
export interface ConversationsOnConversationStateUpdated extends PayloadOf<typeof eventParameters & typeof parameters> {}

/**
 * Sent to the post-action URL of the account or the service, and to the webhooks of the conversation that ask for it. Answer with any 2xx.
 */
export const ConversationsOnConversationStateUpdated: PayloadSchema<
  ConversationsOnConversationStateUpdated,
  'conversations.on_conversation_state_updated',
  'nothing'
> = form({
  kind: 'conversations.on_conversation_state_updated',
  title: 'onConversationStateUpdated (post-action)',
  expects: 'nothing',
  signs: [{ is: { EventType: 'onConversationStateUpdated' } }],
  parameters: [eventParameters, parameters],
});
