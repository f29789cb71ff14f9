import { geoParameters } from '../messaging/groups/geo.js';
import { inboundParameters } from '../messaging/groups/inbound.js';
import { type MediaLists, mediaList, mediaParameters } from '../messaging/groups/media.js';
import { messageParameters } from '../messaging/groups/message.js';
import { jsonText, optional } from '../schema/fields.js';
import { form, type PayloadOf } from '../schema/form.js';
import type { PayloadSchema } from '../schema/schema.js';
import { participantParameters } from './groups/participants.js';
import { sessionParameters } from './groups/session.js';
import { ProxySessionAnswer } from './replies/proxy-session-answer.js';

const parameters = {
  /** The results of Marketplace add-ons, when some are installed. */
  AddOns: optional(jsonText()),
};

/** A message reached one of the numbers of Proxy, and there is no open session for whoever wrote it. */
export interface ProxyOutOfSessionMessage
  extends PayloadOf<
      typeof messageParameters &
        typeof inboundParameters &
        typeof mediaParameters &
        typeof geoParameters &
        typeof sessionParameters &
        typeof participantParameters &
        typeof parameters
    >,
    MediaLists {}

/**
 * Sent to the out-of-session URL of a Proxy service. Answer with a `ProxySessionAnswer`, which opens a session, or with messaging TwiML.
 * Where no closed session fits either, it looks like an ordinary incoming message, and only the URL tells it.
 */
export const ProxyOutOfSessionMessage: PayloadSchema<
  ProxyOutOfSessionMessage,
  'proxy.out_of_session.message',
  readonly ['messaging-twiml', 'json'],
  ProxySessionAnswer
> = form({
  kind: 'proxy.out_of_session.message',
  title: 'Out-of-session message',
  expects: ['messaging-twiml', 'json'],
  reply: ProxySessionAnswer,
  methods: ['POST'],
  // An ordinary incoming message fits too: what is always there weighs against it.
  signs: [
    { has: ['sessionSid', 'From', 'To'], starts: { sessionSid: 'KC', MessageSid: ['SM', 'MM'], AccountSid: 'AC' } },
    { has: ['sessionSid', 'sessionServiceSid', 'MessageSid', 'AccountSid', 'From', 'To'] },
  ],
  parameters: [messageParameters, inboundParameters, mediaParameters, geoParameters, sessionParameters, participantParameters, parameters],
  lists: [mediaList],
});
