import { integer, oneOf, openEnum, optional, sid, text } from '../schema/fields.js';
import type { PayloadOf } from '../schema/form.js';
import { epochMilliseconds, jsonList, jsonNumber, jsonObject, jsonOrText } from '../schema/json-fields.js';
import type { PayloadSchema } from '../schema/schema.js';
import { cloudEvent } from './cloud-event.js';
import { eventData } from './event-data.js';
import type { envelopeParameters } from './groups/envelope.js';

const problem = {
  /** Twilio's number of the error; a number in the documented example, and text in the list of fields. */
  registrationerrorcode: optional(jsonOrText(jsonNumber(), integer())),
  /** What is wrong, in words. */
  registrationerrordescription: optional(text()),
  /** Where the error is documented. */
  registrationerrorurl: optional(text()),
  /** Which of the details that you gave are wrong. */
  registrationerrorfields: optional(jsonList(text())),
};

/** Why a brand was refused. */
export interface EventStreamsA2pBrandError extends PayloadOf<typeof problem> {}

const data = {
  /** The brand: `BN…`. */
  brandsid: sid('BN'),
  /** The account that registers it: `AC…`. */
  accountsid: optional(sid('AC')),
  /** What became of it. */
  brandstatus: optional(openEnum('registration_failed')),
  /** When it was made: milliseconds since 1970. */
  createddate: optional(epochMilliseconds()),
  /** When it last changed: milliseconds since 1970. */
  updateddate: optional(epochMilliseconds()),
  /** Why it was refused. */
  brandregistrationerrors: optional(jsonList(jsonObject<EventStreamsA2pBrandError>(problem))),
};

/** The data of an event about a brand that was refused. */
export interface EventStreamsA2pBrandFailureData extends PayloadOf<typeof data> {}

const parameters = {
  /** The only type. */
  type: oneOf('com.twilio.messaging.compliance.brand-registration.brand-failure'),
  /** The brand. All names are in small letters. */
  data: eventData<EventStreamsA2pBrandFailureData>(data),
};

/** The registration of an A2P brand failed. */
export interface EventStreamsA2pBrandFailure extends PayloadOf<typeof envelopeParameters & typeof parameters> {}

/** Delivered to sinks that subscribe to it; several events at once are an `EventStreamsRequest`. Answer with any 2xx. */
export const EventStreamsA2pBrandFailure: PayloadSchema<EventStreamsA2pBrandFailure, 'event-streams.a2p.brand-failure', 'nothing'> =
  cloudEvent({
    kind: 'event-streams.a2p.brand-failure',
    title: 'A2P brand registration failed',
    parameters,
  });
