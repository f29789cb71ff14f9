import { integer, openEnum, optional, sid } from '../schema/fields.js';
import { form, type PayloadOf } from '../schema/form.js';
import type { PayloadSchema } from '../schema/schema.js';
import { paymentDataParameters } from './groups/payment-data.js';
import { paymentErrorParameters } from './groups/payment-error.js';

const parameters = {
  /** The account or subaccount that owns the call. Its auth token signs the request. */
  AccountSid: sid('AC'),
  /** The call; of a call with two legs, the one that dialled. */
  CallSid: sid('CA'),
  /** What the caller is asked for. */
  For: openEnum(
    'payment-card-number',
    'expiration-date',
    'security-code',
    'postal-code',
    'bank-routing-number',
    'bank-account-number',
    'payment-processing',
  ),
  /** How many times the caller has been asked for it, from 1. */
  Attempt: optional(integer()),
};

/** A `<Pay>` goes on to another step, or what was keyed in is wrong. */
export interface PayStatusCallback extends PayloadOf<typeof paymentDataParameters & typeof paymentErrorParameters & typeof parameters> {}

/** Sent to the `statusCallback` of `<Pay>`. Answer with any 2xx. */
export const PayStatusCallback: PayloadSchema<PayStatusCallback, 'voice.pay.status', 'nothing'> = form({
  kind: 'voice.pay.status',
  title: '<Pay> statusCallback',
  expects: 'nothing',
  signs: [{ has: ['For', 'CallSid'], lacks: ['CallStatus'] }],
  parameters: [paymentDataParameters, paymentErrorParameters, parameters],
});
