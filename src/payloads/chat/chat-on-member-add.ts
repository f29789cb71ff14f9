import { oneOf, openEnum, optional } from '../schema/fields.js';
import { form, type PayloadOf } from '../schema/form.js';
import type { PayloadSchema } from '../schema/schema.js';
import { eventParameters } from './groups/event.js';
import { memberParameters } from './groups/member.js';
import { ChatAcceptance } from './replies/chat-acceptance.js';

const parameters = {
  /** `onMemberAdd`, the name of this event. */
  EventType: oneOf('onMemberAdd'),
  /** Whether the user joined or was added by another. */
  Reason: optional(openEnum('ADDED', 'JOINED')),
};

/**
 * A user is about to become a member of a channel, and has no SID in it yet.
 *
 * @deprecated Programmable Chat has ended. Use `ConversationsOnParticipantAdd`.
 */
export interface ChatOnMemberAdd extends PayloadOf<typeof eventParameters & typeof memberParameters & typeof parameters> {}

/**
 * Sent to the pre-event URL of the Chat service for what SDKs do, never for the REST API. Answer with `{}`, or a `Response` of 4xx to
 * refuse. Twilio goes ahead without an answer after five seconds.
 *
 * @deprecated Programmable Chat has ended. Use `ConversationsOnParticipantAdd`.
 */
export const ChatOnMemberAdd: PayloadSchema<ChatOnMemberAdd, 'chat.on_member_add', 'json', ChatAcceptance> = form({
  kind: 'chat.on_member_add',
  title: 'onMemberAdd (pre-event)',
  expects: 'json',
  reply: ChatAcceptance,
  deadlineMs: 4_000,
  signs: [{ is: { EventType: 'onMemberAdd' }, has: ['InstanceSid'] }],
  parameters: [eventParameters, memberParameters, parameters],
});
