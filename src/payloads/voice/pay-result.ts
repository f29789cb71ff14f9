import { form, type PayloadOf } from '../schema/form.js';
import type { PayloadSchema } from '../schema/schema.js';
import { callParameters } from './groups/call.js';
import { geoParameters } from './groups/geo.js';
import { paymentDataParameters } from './groups/payment-data.js';
import { paymentResultParameters } from './groups/payment-result.js';

/** A `<Pay>` ended. */
export interface PayResult
  extends PayloadOf<typeof callParameters & typeof geoParameters & typeof paymentDataParameters & typeof paymentResultParameters> {}

/** Sent to the `action` of `<Pay>`, or to the document's own URL, over HTTPS alone. Answer with voice TwiML. */
export const PayResult: PayloadSchema<PayResult, 'voice.pay', 'voice-twiml'> = form({
  kind: 'voice.pay',
  title: '<Pay> action',
  expects: 'voice-twiml',
  methods: ['POST'],
  signs: [
    { has: ['Result', 'CallSid', 'CallStatus'], lacks: ['Sid', 'PaymentSid'] },
    { has: ['Result', 'CallSid', 'PaymentMethod'], lacks: ['Sid', 'PaymentSid'] },
  ],
  parameters: [callParameters, geoParameters, paymentDataParameters, paymentResultParameters],
});
