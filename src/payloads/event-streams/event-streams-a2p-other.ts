import { oneOf } from '../schema/fields.js';
import type { PayloadOf } from '../schema/form.js';
import type { PayloadSchema } from '../schema/schema.js';
import { cloudEvent } from './cloud-event.js';
import { unknownData } from './event-data.js';
import type { envelopeParameters } from './groups/envelope.js';

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
  /** The names are in small letters like those of the other A2P events; no source tells the fields. */
  data: unknownData(),
};

/** The registration of an A2P brand, campaign or number, or of a toll-free number, got further. */
export interface EventStreamsA2pOther extends PayloadOf<typeof envelopeParameters & typeof parameters> {}

/** Delivered to sinks that subscribe to it; several events at once are an `EventStreamsRequest`. Answer with any 2xx. */
export const EventStreamsA2pOther: PayloadSchema<EventStreamsA2pOther, 'event-streams.a2p.other', 'nothing'> = cloudEvent({
  kind: 'event-streams.a2p.other',
  title: 'Other A2P and toll-free compliance events',
  parameters,
});
