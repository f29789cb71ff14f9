import { form, type PayloadOf } from '../schema/form.js';
import type { PayloadSchema } from '../schema/schema.js';
import { channelMetadataParameters } from './groups/channel-metadata.js';
import { inboundParameters, inboundStandIns, signsOfChannel } from './groups/inbound.js';
import { locationParameters } from './groups/location.js';
import { type MediaLists, mediaList, mediaParameters } from './groups/media.js';
import { messageParameters } from './groups/message.js';
import { richParameters } from './groups/rich.js';

/** A message of an RCS user, or a suggestion that they tapped. */
export interface IncomingRcsMessage
  extends PayloadOf<
      typeof messageParameters &
        typeof inboundParameters &
        typeof mediaParameters &
        typeof richParameters &
        typeof locationParameters &
        typeof channelMetadataParameters
    >,
    MediaLists {}

/** Sent to the callback URL of an RCS sender, or to the URL of its Messaging Service. Answer with messaging TwiML. */
export const IncomingRcsMessage: PayloadSchema<IncomingRcsMessage, 'messaging.incoming.rcs', 'messaging-twiml'> = form({
  kind: 'messaging.incoming.rcs',
  title: 'Incoming RCS message',
  expects: 'messaging-twiml',
  parent: 'messaging.incoming',
  methods: ['POST', 'GET', 'PUT'],
  signs: signsOfChannel('rcs:'),
  parameters: [messageParameters, inboundParameters, mediaParameters, richParameters, locationParameters, channelMetadataParameters],
  lists: [mediaList],
  standIns: inboundStandIns,
});
