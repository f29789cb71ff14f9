import { type Element, element, type Fill, type NeededFill, type TwimlAttributes, type TwimlBuilder } from '../element.js';
import { type AttributesOf, boolean, decimal, integer, listed, method, oneOf, orBoolean, text, url } from '../kinds.js';
import { cardTypes } from '../values/card-types.js';
import type { PayLanguage } from '../values/pay-languages.js';
import { type ParameterVerb, parameterElement } from './parameter.js';
import { type PromptVerb, promptElement } from './prompt.js';

const attributes = {
  /**
   * Where Twilio asks how the call goes on, with the outcome in `Result`. It posts, by https only. TwiML that is passed to the REST API
   * needs an absolute one.
   *
   * @default the URL of this document
   */
  action: url({ pattern: /^(?:https:\/\/|(?![A-Za-z][\w+.-]*:))/ }),
  /**
   * What to charge, up to 1000000, without currency. With 0, or without it, nothing is charged and you get a token for later.
   *
   * @default 0
   */
  chargeAmount: decimal({ min: 0, max: 1_000_000 }),
  /** The currency of `chargeAmount`, as the provider names it. @default "usd" */
  currency: text(),
  /** What the payment is for; the provider keeps it. */
  description: text(),
  /** Whether to ask for a card or for a US bank account. @default "credit-card" */
  paymentMethod: oneOf('ach-debit', 'credit-card'),
  /** The kind of bank account, for `ach-debit` only. The documentation lacks `commercial-savings`. @default "consumer-checking" */
  bankAccountType: oneOf('consumer-checking', 'consumer-savings', 'commercial-checking', 'commercial-savings'),
  /** The cards that you take; others are `invalid-card-type`. @default ["visa", "mastercard", "amex"] */
  validCardTypes: cardTypes,
  /** Asks for the code on the card. @default true */
  securityCode: boolean(),
  /** Asks for the postal code; or is the code, when you know it. @default true */
  postalCode: orBoolean(text()),
  /** How many characters a postal code has at least. */
  minPostalCodeLength: integer({ min: 1 }),
  /** What the token is good for; `payment-method` is for Stripe alone. @default "reusable" */
  tokenType: oneOf('one-time', 'reusable', 'payment-method'),
  /** The unique name of the Pay Connector to use. @default "Default" */
  paymentConnector: text(),
  /** What to listen for: keys are all there is. @default "dtmf" */
  input: oneOf('dtmf'),
  /** Seconds without a key after which an entry counts as complete. @default 5 */
  timeout: integer({ min: 1 }),
  /** How often to ask again for an entry that is missing or wrong, 1 to 3 times. @default 1 */
  maxAttempts: integer({ min: 1, max: 3 }),
  /** The language that the caller hears; bank accounts have English alone. @default "en-US" */
  language: listed<PayLanguage>('payLanguages'),
  /** Where Twilio reports each entry, with its secret digits crossed out. */
  statusCallback: url(),
  /** HTTP method for `statusCallback`. */
  statusCallbackMethod: method(),
};

/** What `<Pay>` may carry. */
export interface PayAttributes extends AttributesOf<typeof attributes>, TwimlAttributes {}

/** Inside `<Pay>`: words of your own for its steps, and parameters for the Pay Connector. */
export interface PayBuilder extends TwimlBuilder, ParameterVerb, PromptVerb {}

/** What `<Pay>` may stand in. */
export interface PayVerb {
  /**
   * Takes a payment by keypad, from a card or bank account, and passes it to the provider of your Pay Connector, without the digits ever
   * reaching you. Ends early when the caller presses `*`.
   */
  pay(fill: NeededFill<PayBuilder, "pay({ … }, (pay) => pay.prompt({ … }, (prompt) => prompt.say('…')))">): this;
  /**
   * Takes a payment by keypad, from a card or bank account, and passes it to the provider of your Pay Connector, without the digits ever
   * reaching you. Ends early when the caller presses `*`.
   */
  pay(attributes: PayAttributes, fill: Fill<PayBuilder>): this;
}

/** @internal */
export const payElement: Element = element<PayBuilder>({
  tag: 'Pay',
  attributes,
  children: {
    parameter: () => parameterElement,
    prompt: () => promptElement,
  },
});
