import { jsonText, openEnum, optional, sid, text } from '../../schema/fields.js';

/** What describes a participant, beside the addresses. */
export const participantParameters = {
  /** The conversation that the participant is in: `CH…`. */
  ConversationSid: sid('CH'),
  /** The identity of a chat user. Whoever comes over a channel has addresses instead. */
  Identity: optional(text()),
  /** The role, which says what the participant may do. */
  RoleSid: optional(sid('RL')),
  /** Your own data about the participant: a JSON object, empty when you set none. */
  Attributes: optional(jsonText()),
  /** The channel. The tables write it in capitals, every recording in small letters: compare without case. */
  'MessagingBinding.Type': optional(
    openEnum('sms', 'whatsapp', 'chat', 'email', 'messenger', 'gbm', 'rcs', 'apple', 'SMS', 'WHATSAPP', 'CHAT'),
  ),
  /** The name in the header of the mail, over email. No table names it. */
  'MessagingBinding.Name': optional(text()),
  /** The part in the mail over email: `cc`, as the table of the event has it, or `to`, as recorded. The table of the webhook does not name it; that of the event does. */
  'MessagingBinding.Level': optional(openEnum('to', 'cc')),
};
