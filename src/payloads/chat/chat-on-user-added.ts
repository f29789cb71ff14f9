import { oneOf } from '../schema/fields.js';
import { form, type PayloadOf } from '../schema/form.js';
import type { PayloadSchema } from '../schema/schema.js';
import { eventParameters } from './groups/event.js';
import { userParameters } from './groups/user.js';

const parameters = {
  /** `onUserAdded`, the name of this event. */
  EventType: oneOf('onUserAdded'),
};

/**
 * A user of a Chat service was created.
 *
 * @deprecated Programmable Chat has ended. Use `ConversationsOnUserAdded`.
 */
export interface ChatOnUserAdded extends PayloadOf<typeof eventParameters & typeof userParameters & typeof parameters> {}

/**
 * Sent to the post-event URL of the Chat service, and to the webhooks of the channel that ask for it. Answer with any 2xx.
 *
 * @deprecated Programmable Chat has ended. Use `ConversationsOnUserAdded`.
 */
export const ChatOnUserAdded: PayloadSchema<ChatOnUserAdded, 'chat.on_user_added', 'nothing'> = form({
  kind: 'chat.on_user_added',
  title: 'onUserAdded (post-event)',
  expects: 'nothing',
  signs: [{ is: { EventType: 'onUserAdded' }, has: ['InstanceSid'] }],
  parameters: [eventParameters, userParameters, parameters],
});
