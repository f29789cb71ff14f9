import { form, type PayloadOf } from '../schema/form.js';
import type { PayloadSchema } from '../schema/schema.js';
import { channelMetadataParameters } from './groups/channel-metadata.js';
import { inboundParameters, inboundStandIns, signsOfChannel } from './groups/inbound.js';
import { locationParameters } from './groups/location.js';
import { type MediaLists, mediaList, mediaParameters } from './groups/media.js';
import { messageParameters } from './groups/message.js';
import { type ReferralLists, referralList, referralParameters } from './groups/referral.js';
import { replyParameters } from './groups/reply.js';
import { richParameters } from './groups/rich.js';
import { whatsAppParameters } from './groups/whats-app.js';

/** A message of a WhatsApp user: text, media, a place, a tapped button, a chosen row or a finished flow. */
export interface IncomingWhatsAppMessage
  extends PayloadOf<
      typeof messageParameters &
        typeof inboundParameters &
        typeof mediaParameters &
        typeof richParameters &
        typeof replyParameters &
        typeof locationParameters &
        typeof referralParameters &
        typeof whatsAppParameters &
        typeof channelMetadataParameters
    >,
    MediaLists,
    ReferralLists {}

/** Sent to the callback URL of a WhatsApp sender, of its Messaging Service or of the sandbox. Answer with messaging TwiML. */
export const IncomingWhatsAppMessage: PayloadSchema<IncomingWhatsAppMessage, 'messaging.incoming.whatsapp', 'messaging-twiml'> = form({
  kind: 'messaging.incoming.whatsapp',
  title: 'Incoming WhatsApp message',
  expects: 'messaging-twiml',
  parent: 'messaging.incoming',
  methods: ['POST', 'GET', 'PUT'],
  signs: signsOfChannel('whatsapp:'),
  parameters: [
    messageParameters,
    inboundParameters,
    mediaParameters,
    richParameters,
    replyParameters,
    locationParameters,
    referralParameters,
    whatsAppParameters,
    channelMetadataParameters,
  ],
  lists: [mediaList, referralList],
  standIns: inboundStandIns,
});
