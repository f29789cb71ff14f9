import { openEnum, optional, sid } from '../schema/fields.js';
import { form, type PayloadOf } from '../schema/form.js';
import type { PayloadSchema } from '../schema/schema.js';

const parameters = {
  /** The SIM that was changed: `HS…`. */
  SimSid: sid('HS'),
  /** The account that owns it; inferred, as all parameters here: no request was recorded. */
  AccountSid: optional(sid('AC')),
  /** What the SIM became. */
  Status: optional(openEnum('new', 'ready', 'active', 'inactive', 'scheduled')),
};

/** A change of a Super SIM that you asked for was made. */
export interface SuperSimSimUpdate extends PayloadOf<typeof parameters> {}

/** Sent to the callback URL that came with the change. Answer with any 2xx. */
export const SuperSimSimUpdate: PayloadSchema<SuperSimSimUpdate, 'supersim.sim-update', 'nothing'> = form({
  kind: 'supersim.sim-update',
  title: 'Super SIM update callback',
  expects: 'nothing',
  signs: [
    { has: ['SimSid', 'Status'], starts: { SimSid: 'HS' }, lacks: ['CommandSid', 'Payload'] },
    { otherwise: true, has: ['SimSid', 'Status', 'AccountSid'], lacks: ['CommandSid', 'Payload'] },
  ],
  parameters: [parameters],
});
