import { errorCode, openEnum, optional, text, textOrEmpty } from '../../schema/fields.js';
import type { StandIns } from '../../schema/stand-ins.js';

/** How far a message got. Events may repeat and may overtake one another: `delivered` may come before `sent`. */
export const statusParameters = {
  /** How far the message got. `accepted` and `scheduled` belong to Messaging Services, `read` to channels with receipts. */
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
  /** Who sent it: E.164, a short code, an alphanumeric sender or a channel address; empty where Twilio does not say. */
  From: textOrEmpty(),
  /** @deprecated A copy of `MessageStatus`. */
  SmsStatus: optional(text()),
  /** Twilio's error number, when the message failed or was not delivered; 63000 and above come from channels. */
  ErrorCode: optional(errorCode()),
  /** What `ErrorCode` means, mainly on WhatsApp; no table names it. */
  ErrorMessage: optional(text()),
  /** When the carrier delivered the message, as the carrier writes it: `YYMMDDhhmm`, without a time zone. SMS and MMS only. */
  RawDlrDoneDate: optional(text()),
};

/** Requests from before 2013 have the older names alone. */
export const statusStandIns: StandIns = { MessageSid: ['SmsSid'], MessageStatus: ['SmsStatus'] };
