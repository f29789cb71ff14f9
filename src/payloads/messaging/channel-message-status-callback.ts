import { form, type Override, type PayloadOf } from '../schema/form.js';
import type { PayloadSchema } from '../schema/schema.js';
import { channelStatusParameters } from './groups/channel-status.js';
import { messageParameters } from './groups/message.js';
import { statusParameters, statusStandIns } from './groups/status.js';

/** A change of the status of a message that you sent over WhatsApp, RCS or Messenger, or its read receipt. */
export interface ChannelMessageStatusCallback
  extends PayloadOf<Override<typeof messageParameters, typeof statusParameters & typeof channelStatusParameters>> {}

const prefixes = ['whatsapp:', 'rcs:', 'messenger:'];

/** Sent to the status callback URL of a message, of its Messaging Service or of its sender. Answer with any 2xx. */
export const ChannelMessageStatusCallback: PayloadSchema<ChannelMessageStatusCallback, 'messaging.status.channel', 'nothing'> = form({
  kind: 'messaging.status.channel',
  title: 'Message status callback, channel message (WhatsApp, RCS, Messenger)',
  expects: 'nothing',
  parent: 'messaging.status',
  methods: ['POST', 'PUT'],
  signs: [
    { has: ['MessageStatus', 'MessageSid', 'ChannelPrefix'], lacks: ['SmsMessageSid'] },
    { has: ['MessageStatus', 'MessageSid'], lacks: ['SmsMessageSid'], starts: { To: prefixes } },
    { has: ['MessageStatus', 'MessageSid'], lacks: ['SmsMessageSid'], starts: { From: prefixes } },
  ],
  parameters: [messageParameters, statusParameters, channelStatusParameters],
  standIns: statusStandIns,
});
