import { flag, oneOf, optional, timestamp } from '../schema/fields.js';
import { form, type PayloadOf } from '../schema/form.js';
import type { PayloadSchema } from '../schema/schema.js';
import { eventParameters } from './groups/event.js';
import { userParameters } from './groups/user.js';

const parameters = {
  /** `onUserUpdated`, the name of this event. */
  EventType: oneOf('onUserUpdated'),
  /** When the user was created: ISO 8601 with milliseconds, in UTC. */
  DateCreated: optional(timestamp('iso8601')),
  /** When the user was last changed: ISO 8601 with milliseconds, in UTC. */
  DateUpdated: optional(timestamp('iso8601')),
  /**
   * Whether a client of the user is connected, where the service has reachability switched on. Begins with a small letter, as documented.
   */
  isOnline: optional(flag()),
  /**
   * Whether the user can get push notifications, where the service has reachability and push switched on. Begins with a small letter too.
   */
  isNotifiable: optional(flag()),
};

/** A user of a Conversation Service was changed, or came online or went offline. */
export interface ConversationsOnUserUpdated extends PayloadOf<typeof eventParameters & typeof userParameters & typeof parameters> {}

/** Sent to the post-action URL of the account or the service, never to a webhook of one conversation. Answer with any 2xx. */
export const ConversationsOnUserUpdated: PayloadSchema<ConversationsOnUserUpdated, 'conversations.on_user_updated', 'nothing'> = form({
  kind: 'conversations.on_user_updated',
  title: 'onUserUpdated (post-action)',
  expects: 'nothing',
  signs: [{ is: { EventType: 'onUserUpdated' }, lacks: ['InstanceSid'] }],
  parameters: [eventParameters, userParameters, parameters],
});
