import { oneOf } from '../schema/fields.js';
import { form, type PayloadOf } from '../schema/form.js';
import type { PayloadSchema } from '../schema/schema.js';
import { eventParameters } from './groups/event.js';
import { reachabilityParameters } from './groups/reachability.js';
import { userParameters } from './groups/user.js';
import { ChatAcceptance } from './replies/chat-acceptance.js';

const parameters = {
  /** `onUserUpdate`, the name of this event. */
  EventType: oneOf('onUserUpdate'),
};

/**
 * A user of a Chat service is about to be changed. Going online or offline is no such change.
 *
 * @deprecated Programmable Chat has ended. Use `ConversationsOnUserUpdate`.
 */
export interface ChatOnUserUpdate
  extends PayloadOf<typeof eventParameters & typeof userParameters & typeof reachabilityParameters & typeof parameters> {}

/**
 * Sent to the pre-event URL of the Chat service for what SDKs do, never for the REST API. Answer with `{}`, or a `Response` of 4xx to
 * refuse. Twilio goes ahead without an answer after five seconds.
 *
 * @deprecated Programmable Chat has ended. Use `ConversationsOnUserUpdate`.
 */
export const ChatOnUserUpdate: PayloadSchema<ChatOnUserUpdate, 'chat.on_user_update', 'json', ChatAcceptance> = form({
  kind: 'chat.on_user_update',
  title: 'onUserUpdate (pre-event)',
  expects: 'json',
  reply: ChatAcceptance,
  deadlineMs: 4_000,
  signs: [{ is: { EventType: 'onUserUpdate' }, has: ['InstanceSid'] }],
  parameters: [eventParameters, userParameters, reachabilityParameters, parameters],
});
