import { openEnum, optional, text } from '../../schema/fields.js';

/** What a payment has captured so far, masked. All of it is text: leading zeros and masks matter. */
export const paymentDataParameters = {
  /** What is paid with. The documentation of the REST API once writes it with a capital. */
  PaymentMethod: optional(openEnum('credit-card', 'ach-debit')),
  /** The card's number, masked but the last four digits; it grows digit by digit while it is keyed in over the REST API. */
  PaymentCardNumber: optional(text()),
  /** Whose card it is. */
  PaymentCardType: optional(openEnum('visa', 'mastercard', 'amex', 'maestro', 'discover', 'optima', 'jcb', 'diners-club', 'enroute')),
  /** Until when the card is valid: `MMYY`, not masked. */
  ExpirationDate: optional(text()),
  /** The card's security code, wholly masked. */
  SecurityCode: optional(text()),
  /** The postal code of the card's holder, not masked. */
  PaymentCardPostalCode: optional(text()),
  /** The account's number, masked but the last two digits. */
  BankAccountNumber: optional(text()),
  /** The bank's routing number: nine digits, not masked. */
  BankRoutingNumber: optional(text()),
  /** What kind of bank account it is. */
  BankAccountType: optional(openEnum('consumer-checking', 'consumer-savings', 'commercial-checking', 'commercial-savings')),
};
