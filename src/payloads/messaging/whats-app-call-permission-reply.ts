import { oneOf, openEnum } from '../schema/fields.js';
import { form, type Override, type PayloadOf } from '../schema/form.js';
import type { PayloadSchema } from '../schema/schema.js';
import { channelMetadataParameters } from './groups/channel-metadata.js';
import { inboundParameters, inboundStandIns, signsOfInbound } from './groups/inbound.js';
import { type MediaLists, mediaList, mediaParameters } from './groups/media.js';
import { messageParameters } from './groups/message.js';
import { type ReferralLists, referralList, referralParameters } from './groups/referral.js';
import { replyParameters } from './groups/reply.js';
import { richParameters } from './groups/rich.js';
import { whatsAppParameters } from './groups/whats-app.js';

const parameters = {
  /** `VOICE_CALL_REQUEST`; so is `Body`. */
  ButtonText: oneOf('VOICE_CALL_REQUEST'),
  /** Whether you may call. */
  ButtonPayload: openEnum('ACCEPTED', 'REJECTED'),
};

/** A WhatsApp user's answer to your request to be allowed to call. */
export interface WhatsAppCallPermissionReply
  extends PayloadOf<
      Override<
        typeof messageParameters &
          typeof inboundParameters &
          typeof mediaParameters &
          typeof richParameters &
          typeof replyParameters &
          typeof referralParameters &
          typeof whatsAppParameters &
          typeof channelMetadataParameters,
        typeof parameters
      >
    >,
    MediaLists,
    ReferralLists {}

/** Sent to the URL for messages of the WhatsApp sender. Answer with messaging TwiML. */
export const WhatsAppCallPermissionReply: PayloadSchema<
  WhatsAppCallPermissionReply,
  'messaging.incoming.whatsapp.call_request',
  'messaging-twiml'
> = form({
  kind: 'messaging.incoming.whatsapp.call_request',
  title: 'WhatsApp call-permission answer',
  expects: 'messaging-twiml',
  parent: 'messaging.incoming.whatsapp',
  methods: ['POST', 'GET', 'PUT'],
  signs: signsOfInbound({ is: { ButtonText: 'VOICE_CALL_REQUEST' }, lacks: ['ErrorUrl'] }),
  parameters: [
    messageParameters,
    inboundParameters,
    mediaParameters,
    richParameters,
    replyParameters,
    referralParameters,
    whatsAppParameters,
    channelMetadataParameters,
    parameters,
  ],
  lists: [mediaList, referralList],
  standIns: inboundStandIns,
});
