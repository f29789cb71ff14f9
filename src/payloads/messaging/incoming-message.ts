import { form } from '../schema/form.js';
import type { PayloadSchema } from '../schema/schema.js';
import { type AnyChannelMessage, anyChannelLists, anyChannelTables } from './groups/any-channel.js';
import { inboundStandIns, signsOfInbound } from './groups/inbound.js';
import { sentStatuses } from './groups/status.js';

/** A message that reached one of your numbers or senders, over any channel. */
export interface IncomingMessage extends AnyChannelMessage {}

/** Sent to the incoming-message URL of a number, short code, Messaging Service or TwiML app. Answer with messaging TwiML. */
export const IncomingMessage: PayloadSchema<IncomingMessage, 'messaging.incoming', 'messaging-twiml'> = form({
  kind: 'messaging.incoming',
  title: 'Incoming SMS or MMS',
  expects: 'messaging-twiml',
  signs: signsOfInbound({}, [
    { has: ['Body', 'SmsSid'], lacks: ['SmsMessageSid', 'MessageSid', 'MessageStatus', 'EventType'], isNot: { SmsStatus: sentStatuses } },
  ]),
  parameters: anyChannelTables(),
  lists: anyChannelLists,
  standIns: inboundStandIns,
});
