import { optional, timestamp } from '../schema/fields.js';
import { form, type PayloadOf } from '../schema/form.js';
import type { PayloadSchema } from '../schema/schema.js';
import { paymentDataParameters } from './groups/payment-data.js';
import { paymentResultParameters } from './groups/payment-result.js';
import { paymentSessionParameters, paymentSessionStandIns } from './groups/payment-session.js';

const parameters = {
  /** When this happened: in ISO 8601 as recorded, in RFC 2822 as documented. */
  DateUpdated: optional(timestamp('iso8601')),
};

/** A payment of the REST API was completed or cancelled. */
export interface PaymentComplete
  extends PayloadOf<typeof paymentSessionParameters & typeof paymentDataParameters & typeof paymentResultParameters & typeof parameters> {}

/** Sent to the `StatusCallback` with which the payment was completed or cancelled. Answer with any 2xx. */
export const PaymentComplete: PayloadSchema<PaymentComplete, 'voice.payment.complete', 'nothing'> = form({
  kind: 'voice.payment.complete',
  title: 'Payments API status callback: completed or cancelled',
  expects: 'nothing',
  methods: ['POST'],
  signs: [
    { has: ['Sid', 'Result'], starts: { Sid: 'PK' } },
    { has: ['Sid', 'Result', 'PaymentConnector'] },
    { has: ['PaymentSid', 'Result'] },
  ],
  parameters: [paymentSessionParameters, paymentDataParameters, paymentResultParameters, parameters],
  standIns: paymentSessionStandIns,
});
