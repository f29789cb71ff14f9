import { flag, openEnum, optional, sid, text } from '../../schema/fields.js';

/** What a channel tells of a message that you sent over it. A message that is still queued has none of it. */
export const channelStatusParameters = {
  /** The channel, as addresses of it begin: without the colon. */
  ChannelPrefix: optional(openEnum('whatsapp', 'messenger', 'rcs')),
  /** The sender, as a channel installed in the account; some read receipts lack it. */
  ChannelInstallSid: optional(sid('XE')),
  /** The recipient without the channel's prefix; the last four digits may be masked as `XXXX`. */
  ChannelToAddress: optional(text()),
  /** Why the channel refused the message, in its own words. */
  ChannelStatusMessage: optional(text()),
  /** Why the channel refused the message, as its own code; no table names it. */
  ChannelStatusCode: optional(text()),
  /** What happened after the message left; the documentation has `READ` alone. */
  EventType: optional(openEnum('READ', 'DELIVERED', 'UNDELIVERED')),
  /** Whether the message was made from a template or had buttons: on some WhatsApp messages; no table names it. */
  StructuredMessage: optional(flag()),
};
