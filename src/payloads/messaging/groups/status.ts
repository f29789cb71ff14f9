import { errorCode, openEnumOf, optional, text, textOrEmpty } from '../../schema/fields.js';
import type { StandIns } from '../../schema/stand-ins.js';

/** What the status of a message that reached you can be. */
export const receivedStatuses = ['received', 'receiving'] as const;

/** What the status of a message that you send can be, besides what Twilio may add. */
export const sentStatuses = [
  'accepted',
  'scheduled',
  'queued',
  'sending',
  'sent',
  'delivered',
  'partially_delivered',
  'read',
  'undelivered',
  'failed',
  'canceled',
] as const;

/** How far a message got. Events may repeat and may overtake one another: `delivered` may come before `sent`. */
export const statusParameters = {
  /** How far the message got. `accepted` and `scheduled` belong to Messaging Services, `read` to channels with receipts. */
  MessageStatus: openEnumOf<(typeof sentStatuses)[number] | (typeof receivedStatuses)[number]>(sentStatuses, receivedStatuses),
  /** Who sent it: E.164, a short code, an alphanumeric sender or a channel address; empty where Twilio does not say. */
  From: textOrEmpty(),
  /** @deprecated A copy of `MessageStatus`. */
  SmsStatus: optional(text()),
  /**
   * Twilio's error number, when the message failed or was not delivered; 63000 and above come from channels. An RCS recipient who cannot be
   * reached is 30046 since August 2026, and was 30036 before.
   */
  ErrorCode: optional(errorCode()),
  /** What `ErrorCode` means, mainly on WhatsApp; no table names it. */
  ErrorMessage: optional(text()),
  /** The text, seen on WhatsApp; no table names it. */
  Body: optional(text()),
  /** When the carrier delivered the message, as the carrier writes it: `YYMMDDhhmm`, without a time zone. SMS and MMS only. */
  RawDlrDoneDate: optional(text()),
};

/** Requests from before 2013 have the older names alone. */
export const statusStandIns: StandIns = { MessageSid: ['SmsSid'], MessageStatus: ['SmsStatus'] };
