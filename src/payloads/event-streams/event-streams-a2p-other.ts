import { oneOf, openEnum, optional, sid, text } from '../schema/fields.js';
import type { PayloadOf } from '../schema/form.js';
import { epochMilliseconds, jsonNumber } from '../schema/json-fields.js';
import type { PayloadSchema } from '../schema/schema.js';
import { cloudEvent } from './cloud-event.js';
import { eventData } from './event-data.js';
import type { envelopeParameters } from './groups/envelope.js';

const data = {
  /** The account that registers: `AC…`. */
  accountsid: optional(sid('AC')),
  /** Of a toll-free number: the account above `accountsid`. */
  parentaccountsid: optional(sid('AC')),
  /** The brand: `BN…`. */
  brandsid: optional(sid('BN')),
  /** What became of the brand. */
  brandstatus: optional(text()),
  /** The brand's id at The Campaign Registry. */
  externalbrandid: optional(text()),
  /** What is wrong with the brand, in words. */
  brandfeedback: optional(text()),
  /** How far the brand is trusted, from 0 to 100. */
  brandscore: optional(jsonNumber()),
  /** What its vetting came to, from 0 to 100. */
  vettingscore: optional(jsonNumber()),
  /** How far its identity is known. The page that was read breaks off within this name. */
  identitystatus: optional(text()),
  /** The campaign, which begins with `CM`. */
  campaignsid: optional(text()),
  /** The campaign's id at The Campaign Registry. */
  externalcampaignid: optional(text()),
  /** What became of the campaign. */
  campaignregistrationstatus: optional(text()),
  /** What the campaign is for, such as `LOW_VOLUME`. */
  a2pusecase: optional(text()),
  /** The Messaging Service that the campaign or the number belongs to: `MG…`. */
  messagingservicesid: optional(sid('MG')),
  /** The number, in E.164. */
  phonenumber: optional(text()),
  /** The number's resource: `PN…`. */
  phonenumbersid: optional(sid('PN')),
  /** Of a number: its registration. */
  id: optional(text()),
  /** Of a number: what became of it. */
  externalstatus: optional(text()),
  /** Of a number: why it failed; absent otherwise. */
  failurereason: optional(text()),
  /** Of a toll-free number: its verification, `HH…`. */
  tollfreeverificationsid: optional(sid('HH')),
  /** Of a toll-free number: what became of its verification. */
  verificationstatus: optional(openEnum('in_review')),
  /** Of a toll-free number: the customer profile, `BU…`. */
  customerprofilesid: optional(sid('BU')),
  /** Of a toll-free number: the trust product, `BU…`. */
  trustproductsid: optional(sid('BU')),
  /** Of a toll-free number: the regulated item, `RA…`. */
  regulateditemsid: optional(sid('RA')),
  /** Of a toll-free number: when it was judged, milliseconds since 1970. */
  processeddate: optional(epochMilliseconds()),
  /** Twilio's error number; absent when nothing went wrong. */
  errorcode: optional(jsonNumber()),
  /** When it happened: milliseconds since 1970. */
  timestamp: optional(epochMilliseconds()),
  /** When it was made: milliseconds since 1970. */
  createddate: optional(epochMilliseconds()),
  /** When it last changed: milliseconds since 1970. */
  updateddate: optional(epochMilliseconds()),
};

/** The data of another event about a brand, a campaign or a number: which fields there are differs from type to type. */
export interface EventStreamsA2pOtherData extends PayloadOf<typeof data> {}

const parameters = {
  /** What happened. */
  type: oneOf(
    'com.twilio.messaging.compliance.brand-registration.brand-registered',
    'com.twilio.messaging.compliance.brand-registration.brand-unverified',
    'com.twilio.messaging.compliance.brand-registration.brand-verified',
    'com.twilio.messaging.compliance.brand-registration.brand-vetted-verified',
    'com.twilio.messaging.compliance.brand-registration.brand-secondary-vetting-failure',
    'com.twilio.messaging.compliance.brand-registration.sharing-created',
    'com.twilio.messaging.compliance.brand-registration.sharing-deleted',
    'com.twilio.messaging.compliance.brand-registration.invalid-contact-email',
    'com.twilio.messaging.compliance.brand-registration.email-2fa-sent',
    'com.twilio.messaging.compliance.brand-registration.email-2fa-opened',
    'com.twilio.messaging.compliance.brand-registration.email-2fa-clicked',
    'com.twilio.messaging.compliance.brand-registration.email-2fa-completed',
    'com.twilio.messaging.compliance.brand-registration.email-2fa-timeout',
    'com.twilio.messaging.compliance.campaign-registration.campaign-submitted',
    'com.twilio.messaging.compliance.campaign-registration.campaign-failure',
    'com.twilio.messaging.compliance.campaign-registration.campaign-deleted',
    'com.twilio.messaging.compliance.campaign-registration.suspended-campaign-delete-submitted',
    'com.twilio.messaging.compliance.number-deregistration.failed',
    'com.twilio.messaging.compliance.number-deregistration.pending',
    'com.twilio.messaging.compliance.number-deregistration.successful',
    'com.twilio.messaging.compliance.toll-free-verification.requested',
    'com.twilio.messaging.compliance.toll-free-verification.pending-review',
    'com.twilio.messaging.compliance.toll-free-verification.request-approved',
    'com.twilio.messaging.compliance.toll-free-verification.rejected',
    'com.twilio.messaging.compliance.toll-free-verification.edit',
    'com.twilio.messaging.compliance.toll-free-verification.expired',
    'com.twilio.messaging.compliance.toll-free-verification.failure',
    'com.twilio.messaging.compliance.toll-free-verification.deleted',
    'com.twilio.messaging.compliance.a2p-resource-cleanup-started',
    'com.twilio.messaging.compliance.a2p-resource-cleanup-finished',
  ),
  /** What it is about. All names are in small letters. */
  data: eventData<EventStreamsA2pOtherData>(data),
};

/** The registration of an A2P brand, campaign or number, or of a toll-free number, got further. */
export interface EventStreamsA2pOther extends PayloadOf<typeof envelopeParameters & typeof parameters> {}

/** Delivered to sinks that subscribe to it; several events at once are an `EventStreamsRequest`. Answer with any 2xx. */
export const EventStreamsA2pOther: PayloadSchema<EventStreamsA2pOther, 'event-streams.a2p.other', 'nothing'> = cloudEvent({
  kind: 'event-streams.a2p.other',
  title: 'Other A2P and toll-free compliance events',
  parameters,
});
