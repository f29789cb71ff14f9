import { oneOf, optional, timestamp } from '../schema/fields.js';
import { form, type PayloadOf } from '../schema/form.js';
import type { PayloadSchema } from '../schema/schema.js';
import { eventParameters } from './groups/event.js';
import { userParameters } from './groups/user.js';

const parameters = {
  /** `onUserAdded`, the name of this event. */
  EventType: oneOf('onUserAdded'),
  /** When the user was created: ISO 8601 with milliseconds, in UTC. */
  DateCreated: optional(timestamp('iso8601')),
};

/** A user of a Conversation Service was created. */
export interface ConversationsOnUserAdded extends PayloadOf<typeof eventParameters & typeof userParameters & typeof parameters> {}

/** Sent to the post-action URL of the account or the service, never to a webhook of one conversation. Answer with any 2xx. */
export const ConversationsOnUserAdded: PayloadSchema<ConversationsOnUserAdded, 'conversations.on_user_added', 'nothing'> = form({
  kind: 'conversations.on_user_added',
  title: 'onUserAdded (post-action)',
  expects: 'nothing',
  signs: [{ is: { EventType: 'onUserAdded' }, lacks: ['InstanceSid'] }],
  parameters: [eventParameters, userParameters, parameters],
});
