import { integer, oneOf, optional, sid } from '../schema/fields.js';
import { form, type PayloadOf } from '../schema/form.js';
import type { PayloadSchema } from '../schema/schema.js';
import { eventParameters } from './groups/event.js';
import { memberParameters } from './groups/member.js';
import { ChatAcceptance } from './replies/chat-acceptance.js';

const parameters = {
  /** `onMemberUpdate`, the name of this event. */
  EventType: oneOf('onMemberUpdate'),
  /** The member. Expected as in the post-event, for there is neither a table nor a recording of this one. */
  MemberSid: optional(sid('MB')),
  /** The last message that the member has read, by its `Index`; absent before the first. */
  LastConsumedMessageIndex: optional(integer()),
};

/**
 * A member of a channel is about to be changed.
 *
 * @deprecated Programmable Chat has ended. Use `ConversationsOnParticipantUpdate`.
 */
export interface ChatOnMemberUpdate extends PayloadOf<typeof eventParameters & typeof memberParameters & typeof parameters> {}

/**
 * Sent to the pre-event URL of the Chat service for what SDKs do, never for the REST API. Answer with `{}`, or a `Response` of 4xx to
 * refuse. Twilio goes ahead without an answer after five seconds.
 *
 * @deprecated Programmable Chat has ended. Use `ConversationsOnParticipantUpdate`.
 */
export const ChatOnMemberUpdate: PayloadSchema<ChatOnMemberUpdate, 'chat.on_member_update', 'json', ChatAcceptance> = form({
  kind: 'chat.on_member_update',
  title: 'onMemberUpdate (pre-event)',
  expects: 'json',
  reply: ChatAcceptance,
  deadlineMs: 4_000,
  signs: [{ is: { EventType: 'onMemberUpdate' }, has: ['InstanceSid'] }],
  parameters: [eventParameters, memberParameters, parameters],
});
