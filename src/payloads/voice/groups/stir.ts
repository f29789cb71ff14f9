import { openEnum, optional, text } from '../../schema/fields.js';

/** How far the caller's carrier vouches for the caller's number, on calls from the phone network that carry a SHAKEN identity. */
export const stirParameters = {
  /** Whether the number is the caller's own (`A` for surely, `C` for least) and whether the signature of the claim holds. */
  StirVerstat: optional(
    openEnum(
      'TN-Validation-Passed-A',
      'TN-Validation-Passed-B',
      'TN-Validation-Passed-C',
      'TN-Validation-Failed-A',
      'TN-Validation-Failed-B',
      'TN-Validation-Failed-C',
      'TN-Validation-Failed',
      'No-TN-Validation',
      'TN-Validation-Passed-A-Diverted',
      'TN-Validation-Passed-B-Diverted',
      'TN-Validation-Passed-C-Diverted',
      'TN-Validation-Failed-A-Diverted',
      'TN-Validation-Failed-B-Diverted',
      'TN-Validation-Failed-C-Diverted',
      'TN-Validation-Passed-A-Passthrough',
      'TN-Validation-Passed-B-Passthrough',
      'TN-Validation-Passed-C-Passthrough',
      'TN-Validation-Failed-A-Passthrough',
      'TN-Validation-Failed-B-Passthrough',
      'TN-Validation-Failed-C-Passthrough',
    ),
  ),
  /** The claim itself, a PASSporT: a signed JWT. */
  StirPassportToken: optional(text()),
};
