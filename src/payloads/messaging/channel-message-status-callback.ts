import { form, type Override, type PayloadOf } from '../schema/form.js';
import type { PayloadSchema } from '../schema/schema.js';
import { channelStatusParameters } from './groups/channel-status.js';
import { messageParameters } from './groups/message.js';
import { receivedStatuses, statusParameters, statusStandIns } from './groups/status.js';

/** A change of the status of a message that you sent over WhatsApp, RCS or Messenger, or its read receipt. */
export interface ChannelMessageStatusCallback
  extends PayloadOf<Override<typeof messageParameters, typeof statusParameters & typeof channelStatusParameters>> {}

const prefixes = ['whatsapp:', 'rcs:', 'messenger:'];

/** A message that was received has the one; the result of a `<Message>` comes with the other, that of the message which it answers. */
const isNot = { MessageStatus: receivedStatuses, SmsStatus: receivedStatuses };

/** Sent to the status callback URL of a message, of its Messaging Service or of its sender. Answer with any 2xx. */
export const ChannelMessageStatusCallback: PayloadSchema<ChannelMessageStatusCallback, 'messaging.status.channel', 'nothing'> = form({
  kind: 'messaging.status.channel',
  title: 'Message status callback, channel message (WhatsApp, RCS, Messenger)',
  expects: 'nothing',
  parent: 'messaging.status',
  methods: ['POST', 'PUT'],
  signs: [
    { has: ['MessageStatus', 'MessageSid', 'ChannelPrefix'], isNot },
    { has: ['MessageStatus', 'MessageSid'], starts: { To: prefixes }, isNot },
    { has: ['MessageStatus', 'MessageSid'], starts: { From: prefixes }, isNot },
  ],
  parameters: [messageParameters, statusParameters, channelStatusParameters],
  standIns: statusStandIns,
});
