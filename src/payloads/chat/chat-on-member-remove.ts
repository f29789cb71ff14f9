import { oneOf, openEnum, optional, sid } from '../schema/fields.js';
import { form, type PayloadOf } from '../schema/form.js';
import type { PayloadSchema } from '../schema/schema.js';
import { eventParameters } from './groups/event.js';
import { memberParameters } from './groups/member.js';
import { ChatAcceptance } from './replies/chat-acceptance.js';

const parameters = {
  /** `onMemberRemove`, the name of this event. */
  EventType: oneOf('onMemberRemove'),
  /** The member: `MB…`. */
  MemberSid: sid('MB'),
  /** Whether the member left or was removed by another. */
  Reason: optional(openEnum('REMOVED', 'LEFT')),
};

/**
 * A member is about to leave a channel, or to be removed from it.
 *
 * @deprecated Programmable Chat has ended. Use `ConversationsOnParticipantRemove`.
 */
export interface ChatOnMemberRemove extends PayloadOf<typeof eventParameters & typeof memberParameters & typeof parameters> {}

/**
 * Sent to the pre-event URL of the Chat service for what SDKs do, never for the REST API. Answer with `{}`, or a `Response` of 4xx to
 * refuse. Twilio goes ahead without an answer after five seconds.
 *
 * @deprecated Programmable Chat has ended. Use `ConversationsOnParticipantRemove`.
 */
export const ChatOnMemberRemove: PayloadSchema<ChatOnMemberRemove, 'chat.on_member_remove', 'json', ChatAcceptance> = form({
  kind: 'chat.on_member_remove',
  title: 'onMemberRemove (pre-event)',
  expects: 'json',
  reply: ChatAcceptance,
  deadlineMs: 4_000,
  signs: [{ is: { EventType: 'onMemberRemove' }, has: ['InstanceSid'] }],
  parameters: [eventParameters, memberParameters, parameters],
});
