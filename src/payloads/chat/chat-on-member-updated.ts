import { integer, oneOf, optional, sid, timestamp } from '../schema/fields.js';
import { form, type PayloadOf } from '../schema/form.js';
import type { PayloadSchema } from '../schema/schema.js';
import { eventParameters } from './groups/event.js';
import { memberParameters } from './groups/member.js';

const parameters = {
  /** `onMemberUpdated`, the name of this event. */
  EventType: oneOf('onMemberUpdated'),
  /** The member: `MB…`. */
  MemberSid: sid('MB'),
  /** The last message that the member has read, by its `Index`; absent before the first. */
  LastConsumedMessageIndex: optional(integer()),
  /** When the user became a member: ISO 8601 with milliseconds, in UTC. */
  DateCreated: optional(timestamp('iso8601')),
  /** When the member was changed: ISO 8601 with milliseconds, in UTC. */
  DateUpdated: optional(timestamp('iso8601')),
};

/**
 * A member of a channel was changed, or has read on.
 *
 * @deprecated Programmable Chat has ended. Use `ConversationsOnParticipantUpdated`.
 */
export interface ChatOnMemberUpdated extends PayloadOf<typeof eventParameters & typeof memberParameters & typeof parameters> {}

/**
 * Sent to the post-event URL of the Chat service, and to the webhooks of the channel that ask for it. Answer with any 2xx.
 *
 * @deprecated Programmable Chat has ended. Use `ConversationsOnParticipantUpdated`.
 */
export const ChatOnMemberUpdated: PayloadSchema<ChatOnMemberUpdated, 'chat.on_member_updated', 'nothing'> = form({
  kind: 'chat.on_member_updated',
  title: 'onMemberUpdated (post-event)',
  expects: 'nothing',
  signs: [{ is: { EventType: 'onMemberUpdated' }, has: ['InstanceSid'] }],
  parameters: [eventParameters, memberParameters, parameters],
});
