import { openEnum, optional } from '../schema/fields.js';
import { form, type PayloadOf } from '../schema/form.js';
import type { PayloadSchema } from '../schema/schema.js';
import { paymentSessionParameters, paymentSessionStandIns } from './groups/payment-session.js';

const parameters = {
  /** What is to be paid with. */
  PaymentMethod: optional(openEnum('credit-card', 'ach-debit')),
  /** What kind of bank account is to be paid from. */
  BankAccountType: optional(openEnum('consumer-checking', 'consumer-savings', 'commercial-checking', 'commercial-savings')),
};

/** The REST API started a payment on a call. */
export interface Payment extends PayloadOf<typeof paymentSessionParameters & typeof parameters> {}

const laterOnes = ['DateUpdated', 'Capture', 'PartialResult', 'Result'];

/** Sent to the `StatusCallback` with which the Payments API was called. Answer with any 2xx. */
export const Payment: PayloadSchema<Payment, 'voice.payment', 'nothing'> = form({
  kind: 'voice.payment',
  title: 'Payments API status callback: session created',
  expects: 'nothing',
  methods: ['POST'],
  signs: [
    { has: ['Sid', 'CallSid'], lacks: laterOnes, starts: { Sid: 'PK' } },
    { has: ['Sid', 'CallSid', 'PaymentConnector'], lacks: laterOnes },
    { has: ['PaymentSid', 'CallSid'], lacks: laterOnes },
  ],
  parameters: [paymentSessionParameters, parameters],
  standIns: paymentSessionStandIns,
});
