import { oneOf, openEnum, optional, sid, timestamp } from '../schema/fields.js';
import { form, type PayloadOf } from '../schema/form.js';
import type { PayloadSchema } from '../schema/schema.js';
import { eventParameters } from './groups/event.js';
import { memberParameters } from './groups/member.js';

const parameters = {
  /** `onMemberAdded`, the name of this event. */
  EventType: oneOf('onMemberAdded'),
  /** The member: `MB…`. */
  MemberSid: sid('MB'),
  /** Whether the user joined or was added by another. */
  Reason: optional(openEnum('ADDED', 'JOINED')),
  /** When the user became a member: ISO 8601 with milliseconds, in UTC. */
  DateCreated: optional(timestamp('iso8601')),
};

/**
 * A user became a member of a channel.
 *
 * @deprecated Programmable Chat has ended. Use `ConversationsOnParticipantAdded`.
 */
export interface ChatOnMemberAdded extends PayloadOf<typeof eventParameters & typeof memberParameters & typeof parameters> {}

/**
 * Sent to the post-event URL of the Chat service, and to the webhooks of the channel that ask for it. Answer with any 2xx.
 *
 * @deprecated Programmable Chat has ended. Use `ConversationsOnParticipantAdded`.
 */
export const ChatOnMemberAdded: PayloadSchema<ChatOnMemberAdded, 'chat.on_member_added', 'nothing'> = form({
  kind: 'chat.on_member_added',
  title: 'onMemberAdded (post-event)',
  expects: 'nothing',
  signs: [{ is: { EventType: 'onMemberAdded' }, has: ['InstanceSid'] }],
  parameters: [eventParameters, memberParameters, parameters],
});
