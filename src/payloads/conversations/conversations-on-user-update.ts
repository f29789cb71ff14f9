import { oneOf, optional, timestamp } from '../schema/fields.js';
import { form, type PayloadOf } from '../schema/form.js';
import type { PayloadSchema } from '../schema/schema.js';
import { eventParameters } from './groups/event.js';
import { userParameters } from './groups/user.js';
import { ConversationsAcceptance } from './replies/conversations-acceptance.js';

const parameters = {
  /** `onUserUpdate`, the name of this event. */
  EventType: oneOf('onUserUpdate'),
  /** When the user was last changed: ISO 8601 with milliseconds, in UTC. */
  DateUpdated: optional(timestamp('iso8601')),
};

/** A user of a Conversation Service is about to be changed. Going online or offline is no such change. */
export interface ConversationsOnUserUpdate extends PayloadOf<typeof eventParameters & typeof userParameters & typeof parameters> {}

/**
 * Sent to the pre-action URL of the account or the service. Answer with `{}`, or a `Response` of 4xx to refuse. Twilio goes ahead without
 * an answer after five seconds.
 */
export const ConversationsOnUserUpdate: PayloadSchema<
  ConversationsOnUserUpdate,
  'conversations.on_user_update',
  'json',
  ConversationsAcceptance
> = form({
  kind: 'conversations.on_user_update',
  title: 'onUserUpdate (pre-action)',
  expects: 'json',
  reply: ConversationsAcceptance,
  deadlineMs: 4_000,
  signs: [{ is: { EventType: 'onUserUpdate' }, lacks: ['InstanceSid'] }],
  parameters: [eventParameters, userParameters, parameters],
});
