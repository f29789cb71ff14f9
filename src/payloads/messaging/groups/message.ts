import { openEnum, optional, sid, text } from '../../schema/fields.js';

/** What identifies a message, in every webhook about one. */
export const messageParameters = {
  /** The message: `MM…` when media is attached, else `SM…`, on every channel. */
  MessageSid: sid('SM', 'MM'),
  /** @deprecated A copy of `MessageSid`, which messages of a Messaging Service lack. Use `MessageSid`. */
  SmsSid: optional(sid('SM', 'MM')),
  /** The account or subaccount that owns the message. Its auth token signs the request. */
  AccountSid: sid('AC'),
  /** The Messaging Service that the sender belongs to, or that sent the message. */
  MessagingServiceSid: optional(sid('MG')),
  /** Who sent it: E.164, a short code, an alphanumeric sender, or a channel address such as `whatsapp:+15005550006`; see `parseAddress`. */
  From: text(),
  /** Who received it, in the same forms as `From`. */
  To: text(),
  /** The version of the API as a date, in every recorded request though no table names it; `2008-08-01` on very old numbers only. */
  ApiVersion: optional(openEnum('2010-04-01', '2008-08-01')),
};
