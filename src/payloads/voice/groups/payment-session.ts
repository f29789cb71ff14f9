import { openEnum, optional, sid, text, timestamp } from '../../schema/fields.js';
import type { StandIns } from '../../schema/stand-ins.js';

/** What every report about a payment has that the REST API started. */
export const paymentSessionParameters = {
  /** The account or subaccount that owns the call. Its auth token signs the request. */
  AccountSid: sid('AC'),
  /** The call; of a call with two legs, the one that dialled. */
  CallSid: sid('CA'),
  /** The payment; read from `PaymentSid` too, which some programs expect. */
  Sid: sid('PK'),
  /** When the payment was started: in ISO 8601 as recorded, in RFC 2822 as documented. */
  DateCreated: optional(timestamp('iso8601')),
  /** How much is charged, as decimal text such as `20.45`; absent when a token is made. */
  ChargeAmount: optional(text()),
  /** The name of the connector to the payment platform. */
  PaymentConnector: optional(text()),
  /** What kind of token is made; absent when something is charged. */
  TokenType: optional(openEnum('one-time', 'reusable', 'payment-method')),
};

/** Twilio documents `Sid`; programs in the field read `PaymentSid`. */
export const paymentSessionStandIns: StandIns = { Sid: ['PaymentSid'] };
