import { openEnum, optional, text } from '../schema/fields.js';
import type { PayloadOf } from '../schema/form.js';
import { json } from '../schema/json.js';
import type { PayloadSchema } from '../schema/schema.js';
import { portInParameters } from './groups/port-in.js';

const parameters = {
  /**
   * What became of it. Most handlers compare with these names, one with plain words such as `completed`: be ready for both. Twilio's present
   * list has neither `PortInInReview` nor `PortInExpired`.
   */
  status: openEnum(
    'PortInWaitingForSignature',
    'PortInInProgress',
    'PortInCompleted',
    'PortInActionRequired',
    'PortInCanceled',
    'PortInInReview',
    'PortInExpired',
  ),
  /** Why it was cancelled, in words; absent otherwise. */
  order_cancellation_reason: optional(text()),
};

/** A request to bring numbers from another carrier got further. */
export interface NumbersPortIn extends PayloadOf<typeof portInParameters & typeof parameters> {}

/** Sent as JSON to the port-in URL of the porting configuration; a parent account hears of its subaccounts. Answer with any 2xx. */
export const NumbersPortIn: PayloadSchema<NumbersPortIn, 'numbers.port_in', 'nothing'> = json({
  kind: 'numbers.port_in',
  title: 'Port-in request notification',
  expects: 'nothing',
  methods: ['POST'],
  signs: [{ has: ['port_in_request_sid'], lacks: ['port_in_phone_number_sid', 'phone_number'] }],
  parameters: [portInParameters, parameters],
});
