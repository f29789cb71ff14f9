import { integer, openEnum, optional, text } from '../fields.js';
import { form, type PayloadOf } from '../form.js';
import type { PayloadSchema } from '../schema.js';
import { messageParameters } from './groups/message.js';

const parameters = {
  /** How far the message got. Events may repeat and may overtake one another: `delivered` may come before `sent`. */
  MessageStatus: openEnum(
    'queued',
    'sending',
    'sent',
    'failed',
    'delivered',
    'undelivered',
    'receiving',
    'received',
    'accepted',
    'scheduled',
    'read',
    'partially_delivered',
    'canceled',
  ),
  /** @deprecated A copy of `MessageStatus`. */
  SmsStatus: optional(text()),
  /** Twilio's error number, when the message failed or was not delivered. */
  ErrorCode: optional(integer()),
  /** What `ErrorCode` means, mainly on WhatsApp; no table names it. */
  ErrorMessage: optional(text()),
  /** When the carrier delivered the message, as the carrier writes it: `YYMMDDhhmm`, without a time zone. */
  RawDlrDoneDate: optional(text()),
};

/** A change of the status of a message that you sent. */
export interface MessageStatusCallback extends PayloadOf<typeof messageParameters & typeof parameters> {}

/** Sent to the status callback URL of a message or of its Messaging Service. Answer with any 2xx. */
export const MessageStatusCallback: PayloadSchema<MessageStatusCallback, 'messaging.status', 'nothing'> = form({
  kind: 'messaging.status',
  title: 'Message status callback',
  expects: 'nothing',
  methods: ['POST'],
  signs: [{ has: ['MessageStatus', 'MessageSid'] }],
  parameters: [messageParameters, parameters],
});
