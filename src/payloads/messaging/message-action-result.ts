import { errorCode, openEnum, optional, sid, text } from '../schema/fields.js';
import { form, type PayloadOf } from '../schema/form.js';
import type { PayloadSchema } from '../schema/schema.js';
import { receivedStatuses } from './groups/status.js';

const parameters = {
  /** The message that `<Message>` sent. */
  MessageSid: sid('SM', 'MM'),
  /** How far the message got while Twilio waited. */
  MessageStatus: openEnum('queued', 'sending', 'sent', 'failed', 'delivered', 'undelivered', 'accepted', 'scheduled', 'canceled'),
  /** Twilio's error number, when the message failed; no table names it. */
  ErrorCode: optional(errorCode()),
  /** The account or subaccount that owns the message; no table names it. */
  AccountSid: optional(sid('AC')),
  /** Who sent the message; no table names it. */
  From: optional(text()),
  /** Who is to get the message; no table names it. */
  To: optional(text()),
  /** The text; no table names it. */
  Body: optional(text()),
};

/** What became of a message that a `<Message>` with an action sent. */
export interface MessageActionResult extends PayloadOf<typeof parameters> {}

const isNot = { MessageStatus: receivedStatuses };

/** Sent to the `action` of `<Message>`, and documented with two parameters alone. Answer with messaging TwiML, which goes on from there. */
export const MessageActionResult: PayloadSchema<MessageActionResult, 'messaging.twiml.message_action', 'messaging-twiml'> = form({
  kind: 'messaging.twiml.message_action',
  title: 'TwiML <Message action>',
  expects: 'messaging-twiml',
  // Beside what was sent may come what was received, whose SmsStatus says so: that of a status callback has the same value twice.
  signs: [
    { has: ['MessageStatus', 'MessageSid'], lacks: ['AccountSid', 'To', 'SmsStatus', 'ErrorCode'], isNot },
    { is: { SmsStatus: receivedStatuses }, has: ['MessageStatus', 'MessageSid', 'SmsMessageSid'], isNot },
  ],
  parameters: [parameters],
});
