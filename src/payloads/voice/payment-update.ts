import { flag, openEnum, optional, text, timestamp } from '../schema/fields.js';
import { form, type PayloadOf } from '../schema/form.js';
import type { PayloadSchema } from '../schema/schema.js';
import { paymentDataParameters } from './groups/payment-data.js';
import { paymentErrorParameters } from './groups/payment-error.js';
import { paymentSessionParameters, paymentSessionStandIns } from './groups/payment-session.js';

const parameters = {
  /** When this happened: in ISO 8601 as recorded, in RFC 2822 as documented. */
  DateUpdated: optional(timestamp('iso8601')),
  /** What is being captured. */
  Capture: optional(
    openEnum(
      'payment-card-number',
      'expiration-date',
      'security-code',
      'postal-code',
      'bank-routing-number',
      'bank-account-number',
      'payment-card-number-matcher',
      'expiration-date-matcher',
      'security-code-matcher',
      'postal-code-matcher',
    ),
  ),
  /** Whether more digits of it are to come. */
  PartialResult: optional(flag()),
  /** What is still to be captured, with commas between; empty or absent at the end. Recorded names are spelt as in `Capture`. */
  Required: optional(text()),
};

/** A payment of the REST API captures something: it was asked to, or another digit was keyed in. */
export interface PaymentUpdate
  extends PayloadOf<typeof paymentSessionParameters & typeof paymentDataParameters & typeof paymentErrorParameters & typeof parameters> {}

/** Sent to the `StatusCallback` with which the payment was last updated. Answer with any 2xx. */
export const PaymentUpdate: PayloadSchema<PaymentUpdate, 'voice.payment.update', 'nothing'> = form({
  kind: 'voice.payment.update',
  title: 'Payments API status callback: capture',
  expects: 'nothing',
  methods: ['POST'],
  signs: [
    { has: ['Capture', 'CallSid'], lacks: ['Result'] },
    { has: ['PartialResult', 'CallSid'], lacks: ['Result'] },
  ],
  parameters: [paymentSessionParameters, paymentDataParameters, paymentErrorParameters, parameters],
  standIns: paymentSessionStandIns,
});
