import { oneOf, openEnum, optional, sid, text } from '../schema/fields.js';
import type { PayloadOf } from '../schema/form.js';
import { epochMilliseconds, jsonNumber } from '../schema/json-fields.js';
import type { PayloadSchema } from '../schema/schema.js';
import { cloudEvent } from './cloud-event.js';
import { eventData } from './event-data.js';
import type { envelopeParameters } from './groups/envelope.js';

const data = {
  /** The campaign, which begins with `CM`. */
  campaignsid: text(),
  /** The account that registers it: `AC…`. */
  accountsid: optional(sid('AC')),
  /** The brand that it belongs to: `BN…`. */
  brandsid: optional(sid('BN')),
  /** The Messaging Service that it is for: `MG…`. */
  messagingservicesid: optional(sid('MG')),
  /** The campaign's id at The Campaign Registry. */
  externalcampaignid: optional(text()),
  /** What the campaign is for, such as `LOW_VOLUME`. */
  a2pusecase: optional(text()),
  /** What became of it. */
  campaignregistrationstatus: optional(openEnum('approved')),
  /** When it was made: milliseconds since 1970. */
  createddate: optional(epochMilliseconds()),
  /** When it last changed: milliseconds since 1970. */
  updateddate: optional(epochMilliseconds()),
  /** When it was approved: milliseconds since 1970. */
  timestamp: optional(epochMilliseconds()),
  /** Twilio's error number; absent when nothing went wrong. */
  errorcode: optional(jsonNumber()),
};

/** The data of an event about a campaign that was approved. */
export interface EventStreamsA2pCampaignApprovedData extends PayloadOf<typeof data> {}

const parameters = {
  /** The only type. */
  type: oneOf('com.twilio.messaging.compliance.campaign-registration.campaign-approved'),
  /** The campaign. All names are in small letters. */
  data: eventData<EventStreamsA2pCampaignApprovedData>(data),
};

/** An A2P campaign was approved. */
export interface EventStreamsA2pCampaignApproved extends PayloadOf<typeof envelopeParameters & typeof parameters> {}

/** Delivered to sinks that subscribe to it; several events at once are an `EventStreamsRequest`. Answer with any 2xx. */
export const EventStreamsA2pCampaignApproved: PayloadSchema<
  EventStreamsA2pCampaignApproved,
  'event-streams.a2p.campaign-approved',
  'nothing'
> = cloudEvent({
  kind: 'event-streams.a2p.campaign-approved',
  title: 'A2P campaign approved',
  parameters,
});
