import { optional, text } from '../../schema/fields.js';

/** Where the two numbers of a call are registered. Empty where the look-up finds nothing; absent for clients and SIP. */
export const geoParameters = {
  /** City of the caller's number; often empty. */
  FromCity: optional(text()),
  /** State or province of the caller's number; free text outside the United States. */
  FromState: optional(text()),
  /** Postal code of the caller's number; often empty. */
  FromZip: optional(text()),
  /** Country of the caller's number: ISO 3166, two letters. */
  FromCountry: optional(text()),
  /** City of the called number; often empty. */
  ToCity: optional(text()),
  /** State or province of the called number; free text outside the United States. */
  ToState: optional(text()),
  /** Postal code of the called number; often empty. */
  ToZip: optional(text()),
  /** Country of the called number: ISO 3166, two letters. */
  ToCountry: optional(text()),
  /** The same as `FromCity`. */
  CallerCity: optional(text()),
  /** The same as `FromState`. */
  CallerState: optional(text()),
  /** The same as `FromZip`. */
  CallerZip: optional(text()),
  /** The same as `FromCountry`. */
  CallerCountry: optional(text()),
  /** The same as `ToCity`. */
  CalledCity: optional(text()),
  /** The same as `ToState`. */
  CalledState: optional(text()),
  /** The same as `ToZip`. */
  CalledZip: optional(text()),
  /** The same as `ToCountry`. */
  CalledCountry: optional(text()),
};
