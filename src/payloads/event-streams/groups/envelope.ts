import { openEnum, optional, text, timestamp } from '../../schema/fields.js';

/** The envelope of every event: a CloudEvent. */
export const envelopeParameters = {
  /** Identifies the event: Twilio may deliver one several times, so remember it. Its prefix differs from product to product. */
  id: text(),
  /** What it is about: mostly the path of a REST resource, which is no URL, such as `/2010-04-01/Accounts/AC…/Messages/SM….json`. */
  source: optional(text()),
  /** When it happened, in UTC, to the millisecond. Events come in no order. */
  time: optional(timestamp('iso8601')),
  /** The version of CloudEvents. */
  specversion: optional(openEnum('1.0')),
  /** The schema that `data` follows: `https://events-schemas.twilio.com/`, the name and the version. Not all recorded events have it. */
  dataschema: optional(text()),
  /** The format of `data`. Not all recorded events have it. */
  datacontenttype: optional(openEnum('application/json')),
};
