import { optional, text } from '../../schema/fields.js';

/** Where the two numbers of a text message are registered: a best effort, mostly in North America, and absent on other channels. */
export const geoParameters = {
  /** City of the sender's number, in capitals; often empty. */
  FromCity: optional(text()),
  /** State or province of the sender's number: two letters, or a whole name; often empty. */
  FromState: optional(text()),
  /** Postal code of the sender's number; often empty. */
  FromZip: optional(text()),
  /** Country of the sender's number: ISO 3166, two letters. */
  FromCountry: optional(text()),
  /** City of the recipient's number, in capitals; often empty. */
  ToCity: optional(text()),
  /** State or province of the recipient's number: two letters, or a whole name; often empty. */
  ToState: optional(text()),
  /** Postal code of the recipient's number; often empty. */
  ToZip: optional(text()),
  /** Country of the recipient's number: ISO 3166, two letters. */
  ToCountry: optional(text()),
};
