import { oneOf, openEnum, optional, sid, timestamp } from '../schema/fields.js';
import { form, type PayloadOf } from '../schema/form.js';
import type { PayloadSchema } from '../schema/schema.js';
import { eventParameters } from './groups/event.js';
import { memberParameters } from './groups/member.js';

const parameters = {
  /** `onMemberRemoved`, the name of this event. */
  EventType: oneOf('onMemberRemoved'),
  /** The member: `MB…`. */
  MemberSid: sid('MB'),
  /** Whether the member left or was removed by another. */
  Reason: optional(openEnum('REMOVED', 'LEFT')),
  /** When the user became a member: ISO 8601 with milliseconds, in UTC. */
  DateCreated: optional(timestamp('iso8601')),
  /** When the member left: ISO 8601 with milliseconds, in UTC. */
  DateRemoved: optional(timestamp('iso8601')),
};

/**
 * A member left a channel, or was removed from it.
 *
 * @deprecated Programmable Chat has ended. Use `ConversationsOnParticipantRemoved`.
 */
export interface ChatOnMemberRemoved extends PayloadOf<typeof eventParameters & typeof memberParameters & typeof parameters> {}

/**
 * Sent to the post-event URL of the Chat service, and to the webhooks of the channel that ask for it. Answer with any 2xx.
 *
 * @deprecated Programmable Chat has ended. Use `ConversationsOnParticipantRemoved`.
 */
export const ChatOnMemberRemoved: PayloadSchema<ChatOnMemberRemoved, 'chat.on_member_removed', 'nothing'> = form({
  kind: 'chat.on_member_removed',
  title: 'onMemberRemoved (post-event)',
  expects: 'nothing',
  signs: [{ is: { EventType: 'onMemberRemoved' }, has: ['InstanceSid'] }],
  parameters: [eventParameters, memberParameters, parameters],
});
