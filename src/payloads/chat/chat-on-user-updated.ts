import { oneOf } from '../schema/fields.js';
import { form, type PayloadOf } from '../schema/form.js';
import type { PayloadSchema } from '../schema/schema.js';
import { eventParameters } from './groups/event.js';
import { reachabilityParameters } from './groups/reachability.js';
import { userParameters } from './groups/user.js';

const parameters = {
  /** `onUserUpdated`, the name of this event. */
  EventType: oneOf('onUserUpdated'),
};

/**
 * A user of a Chat service was changed, or came online or went offline.
 *
 * @deprecated Programmable Chat has ended. Use `ConversationsOnUserUpdated`.
 */
export interface ChatOnUserUpdated
  extends PayloadOf<typeof eventParameters & typeof userParameters & typeof reachabilityParameters & typeof parameters> {}

/**
 * Sent to the post-event URL of the Chat service, and to the webhooks of the channel that ask for it. Answer with any 2xx.
 *
 * @deprecated Programmable Chat has ended. Use `ConversationsOnUserUpdated`.
 */
export const ChatOnUserUpdated: PayloadSchema<ChatOnUserUpdated, 'chat.on_user_updated', 'nothing'> = form({
  kind: 'chat.on_user_updated',
  title: 'onUserUpdated (post-event)',
  expects: 'nothing',
  signs: [{ is: { EventType: 'onUserUpdated' }, has: ['InstanceSid'] }],
  parameters: [eventParameters, userParameters, reachabilityParameters, parameters],
});
