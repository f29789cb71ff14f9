import { integer, openEnum, optional, text } from '../../schema/fields.js';

/** How a payment ended. */
export const paymentResultParameters = {
  /** How it ended. */
  Result: openEnum(
    'success',
    'too-many-failed-attempts',
    'payment-connector-error',
    'caller-interrupted-with-star',
    'caller-hung-up',
    'validation-error',
    'internal-error',
  ),
  /** The customer's profile at the payment platform, where a token was made and the platform has profiles. */
  ProfileId: optional(text()),
  /** The token that was made of the card or account. */
  PaymentToken: optional(text()),
  /** The payment platform's confirmation of a charge. */
  PaymentConfirmationCode: optional(text()),
  /** What went wrong, in free text; after a time-out the field that is missing, such as `invalid-date`. */
  PaymentError: optional(text()),
  /** Twilio's error number, when something went wrong. */
  PayErrorCode: optional(integer()),
  /** What the payment platform says went wrong. */
  ConnectorError: optional(text()),
};
