import { openEnum, optional } from '../../schema/fields.js';

/** What is wrong with what the caller keyed in. */
export const paymentErrorParameters = {
  /** What is wrong; absent when nothing is. `timeout` is how the attribute of `<Prompt>` spells `input-timeout`. */
  ErrorType: optional(
    openEnum(
      'input-timeout',
      'timeout',
      'invalid-card-number',
      'invalid-card-type',
      'invalid-date',
      'invalid-security-code',
      'invalid-postal-code',
      'invalid-bank-routing-number',
      'invalid-bank-account-number',
      'invalid-bank-account-type',
      'invalid-card-number-security-code-capture-sequence',
      'input-matching-failed',
      'session-in-progress',
      'internal-error',
    ),
  ),
};
