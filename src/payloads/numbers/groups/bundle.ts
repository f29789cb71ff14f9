import { optional, sid, text } from '../../schema/fields.js';

/** What every report about a bundle of documents has. */
export const bundleParameters = {
  /** The bundle: `BU…`. */
  BundleSid: sid('BU'),
  /** Why it was rejected, in words; absent otherwise. */
  FailureReason: optional(text()),
  /** The account that owns the bundle; to be expected, but neither documented nor recorded. */
  AccountSid: optional(sid('AC')),
};
