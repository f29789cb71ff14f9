import { jsonText, openEnum, optional } from '../fields.js';
import { form, type PayloadOf } from '../form.js';
import { numberedTexts } from '../lists.js';
import type { PayloadSchema } from '../schema.js';
import { geoParameters } from './groups/geo.js';
import { inboundParameters } from './groups/inbound.js';
import { type MediaLists, mediaLists, mediaParameters } from './groups/media.js';
import { messageParameters } from './groups/message.js';

const parameters = {
  /** The keyword that Advanced Opt-Out recognised. Twilio has answered the sender already. */
  OptOutType: optional(openEnum('STOP', 'START', 'HELP')),
  /** The results of Marketplace add-ons, when some are installed for incoming messages. */
  AddOns: optional(jsonText()),
};

/** A message that reached one of your numbers or senders, over any channel. */
export interface IncomingMessage
  extends PayloadOf<
      typeof messageParameters & typeof inboundParameters & typeof mediaParameters & typeof geoParameters & typeof parameters
    >,
    MediaLists {
  /** The other numbers that a group MMS was sent to, in E.164. */
  OtherRecipients: readonly string[];
}

/** Sent to the incoming-message URL of a number, short code, Messaging Service or TwiML app. Answer with messaging TwiML. */
export const IncomingMessage: PayloadSchema<IncomingMessage, 'messaging.incoming', 'messaging-twiml'> = form({
  kind: 'messaging.incoming',
  title: 'Incoming SMS or MMS',
  expects: 'messaging-twiml',
  signs: [{ has: ['SmsMessageSid', 'MessageSid'], lacks: ['ErrorUrl'] }],
  parameters: [messageParameters, inboundParameters, mediaParameters, geoParameters, parameters],
  lists: [...mediaLists, numberedTexts('OtherRecipients', 'OtherRecipients')],
});
