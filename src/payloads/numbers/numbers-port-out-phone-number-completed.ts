import { openEnum, optional, sid, text, timestamp } from '../schema/fields.js';
import type { PayloadOf } from '../schema/form.js';
import { json } from '../schema/json.js';
import type { PayloadSchema } from '../schema/schema.js';

const parameters = {
  /** Which notification this is. */
  status: optional(openEnum('PortOutPhoneNumberCompleted')),
  /** Which notification this is, where it stands here as it once did with a port-in. */
  event_type: optional(openEnum('PortOutPhoneNumberCompleted')),
  /** The number, in E.164. */
  phone_number: optional(text()),
  /** The number's resource: `PN…`. */
  phone_number_sid: optional(sid('PN')),
  /** The account that the number belonged to: `AC…`. */
  account_sid: optional(sid('AC')),
  /** When it last changed, in UTC. */
  last_date_updated: optional(timestamp('iso8601')),
};

/** A number was taken to another carrier. Its name alone is documented: the parameters are inferred from those of a port-in, and all may be absent. */
export interface NumbersPortOutPhoneNumberCompleted extends PayloadOf<typeof parameters> {}

/** Sent as JSON to the port-out URL of the porting configuration; a parent account hears of its subaccounts. Answer with any 2xx. */
export const NumbersPortOutPhoneNumberCompleted: PayloadSchema<
  NumbersPortOutPhoneNumberCompleted,
  'numbers.port-out-phone-number-completed',
  'nothing'
> = json({
  kind: 'numbers.port-out-phone-number-completed',
  title: 'Port-out completed',
  expects: 'nothing',
  methods: ['POST'],
  // Wherever the notification's name stands, no other kind has it.
  signs: [{ is: { status: 'PortOutPhoneNumberCompleted' } }, { is: { event_type: 'PortOutPhoneNumberCompleted' } }],
  parameters: [parameters],
});
