import type { ParameterTable, PayloadOf } from '../../schema/form.js';
import type { Gatherer } from '../../schema/lists.js';
import { channelMetadataParameters } from './channel-metadata.js';
import { failureParameters } from './failure.js';
import { geoParameters } from './geo.js';
import { inboundParameters } from './inbound.js';
import { locationParameters } from './location.js';
import { type MediaLists, mediaList, mediaParameters } from './media.js';
import { messageParameters } from './message.js';
import { type NumberLists, numberParameters, recipientList } from './number.js';
import { type ReferralLists, referralList, referralParameters } from './referral.js';
import { replyParameters } from './reply.js';
import { richParameters } from './rich.js';
import { whatsAppParameters } from './whats-app.js';

/** Everything that an incoming message can have, whatever channel it came over. */
export type AnyChannelParameters = typeof messageParameters &
  typeof inboundParameters &
  typeof mediaParameters &
  typeof geoParameters &
  typeof numberParameters &
  typeof richParameters &
  typeof replyParameters &
  typeof locationParameters &
  typeof referralParameters &
  typeof whatsAppParameters &
  typeof channelMetadataParameters &
  typeof failureParameters;

/** An incoming message of any channel: what belongs to one channel alone is absent on the others. */
export interface AnyChannelMessage extends PayloadOf<AnyChannelParameters>, AnyChannelLists {}

/** The lists of an incoming message of any channel. */
export interface AnyChannelLists extends MediaLists, NumberLists, ReferralLists {}

/** The tables of an incoming message of any channel, and one that a kind has of its own. */
// @__NO_SIDE_EFFECTS__
export function anyChannelTables(own: ParameterTable = {}): readonly ParameterTable[] {
  return [
    messageParameters,
    inboundParameters,
    mediaParameters,
    geoParameters,
    numberParameters,
    richParameters,
    replyParameters,
    locationParameters,
    referralParameters,
    whatsAppParameters,
    channelMetadataParameters,
    failureParameters,
    own,
  ];
}

/** @internal */
export const anyChannelLists: readonly Gatherer[] = [mediaList, recipientList, referralList];
