import { oneOf, optional, sid, text } from '../schema/fields.js';
import type { PayloadOf } from '../schema/form.js';
import { epochMilliseconds } from '../schema/json-fields.js';
import type { PayloadSchema } from '../schema/schema.js';
import { cloudEvent } from './cloud-event.js';
import { eventData } from './event-data.js';
import type { envelopeParameters } from './groups/envelope.js';

const data = {
  /** The number's resource. */
  phonenumbersid: sid('PN'),
  /** The number, in E.164. */
  phonenumber: optional(text()),
  /** The account that owns it: `AC…`. */
  accountsid: optional(sid('AC')),
  /** The campaign, which begins with `CM`. */
  campaignsid: optional(text()),
  /** The Messaging Service that the number belongs to; from version 2 of the schema on. */
  messagingservicesid: optional(sid('MG')),
  /** What became of it. */
  externalstatus: optional(text()),
  /** Why it failed; absent otherwise. */
  failurereason: optional(text()),
  /** The registration. */
  id: optional(text()),
  /** When it happened: milliseconds since 1970. */
  timestamp: optional(epochMilliseconds()),
  /** When it last changed: milliseconds since 1970. */
  updateddate: optional(epochMilliseconds()),
};

/** The data of an event about the registration of a number. */
export interface EventStreamsA2pNumberRegistrationData extends PayloadOf<typeof data> {}

const parameters = {
  /** What became of the registration. */
  type: oneOf(
    'com.twilio.messaging.compliance.number-registration.failed',
    'com.twilio.messaging.compliance.number-registration.pending',
    'com.twilio.messaging.compliance.number-registration.successful',
  ),
  /** The number. All names are in small letters. */
  data: eventData<EventStreamsA2pNumberRegistrationData>(data),
};

/** The registration of a number with an A2P campaign got further. */
export interface EventStreamsA2pNumberRegistration extends PayloadOf<typeof envelopeParameters & typeof parameters> {}

/** Delivered to sinks that subscribe to it; several events at once are an `EventStreamsRequest`. Answer with any 2xx. */
export const EventStreamsA2pNumberRegistration: PayloadSchema<
  EventStreamsA2pNumberRegistration,
  'event-streams.a2p.number-registration',
  'nothing'
> = cloudEvent({
  kind: 'event-streams.a2p.number-registration',
  title: 'A2P number registration',
  parameters,
});
