import { form, type Override, type PayloadOf } from '../schema/form.js';
import type { PayloadSchema } from '../schema/schema.js';
import { channelStatusParameters } from './groups/channel-status.js';
import { messageParameters } from './groups/message.js';
import { receivedStatuses, sentStatuses, statusParameters, statusStandIns } from './groups/status.js';

/** A change of the status of a message that you sent, over any channel. */
export interface MessageStatusCallback
  extends PayloadOf<Override<typeof messageParameters, typeof statusParameters & typeof channelStatusParameters>> {}

/**
 * Sent to the status callback URL of a message or of its Messaging Service. Answer with any 2xx. Of messages that Conversations sends, only the
 * webhook `onDeliveryUpdated` tells.
 */
export const MessageStatusCallback: PayloadSchema<MessageStatusCallback, 'messaging.status', 'nothing'> = form({
  kind: 'messaging.status',
  title: 'Message status callback',
  expects: 'nothing',
  methods: ['POST'],
  signs: [
    { has: ['MessageStatus', 'MessageSid'], isNot: { MessageStatus: receivedStatuses } },
    { is: { SmsStatus: sentStatuses }, has: ['SmsSid', 'To'], lacks: ['MessageSid', 'CallSid'] },
    { is: { SmsStatus: sentStatuses }, has: ['MessageSid', 'To'], lacks: ['MessageStatus', 'CallSid'] },
  ],
  parameters: [messageParameters, statusParameters, channelStatusParameters],
  standIns: statusStandIns,
});
