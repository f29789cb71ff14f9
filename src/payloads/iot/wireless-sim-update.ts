import { openEnum, optional, sid } from '../schema/fields.js';
import { form, type PayloadOf } from '../schema/form.js';
import type { PayloadSchema } from '../schema/schema.js';

const parameters = {
  /** The SIM that was changed. Inferred from the REST API, as all parameters here: no request was recorded. */
  SimSid: sid('DE'),
  /** What the SIM became. */
  Status: optional(openEnum('new', 'ready', 'active', 'suspended', 'deactivated', 'canceled', 'scheduled', 'updating')),
};

/** A change of a Programmable Wireless SIM was made; for some changes the step before it is reported too. */
export interface WirelessSimUpdate extends PayloadOf<typeof parameters> {}

/** Sent to the callback URL that came with the change. Answer with any 2xx. */
export const WirelessSimUpdate: PayloadSchema<WirelessSimUpdate, 'wireless.sim-update', 'nothing'> = form({
  kind: 'wireless.sim-update',
  title: 'Programmable Wireless SIM update callback',
  expects: 'nothing',
  signs: [
    { has: ['SimSid', 'Status'], starts: { SimSid: 'DE' }, lacks: ['CommandSid'] },
    // Only the SID's prefix tells the SIMs of both products apart; people who mask it seldom leave the account out where there is one.
    { otherwise: true, has: ['SimSid', 'Status'], lacks: ['CommandSid', 'AccountSid', 'Payload'] },
  ],
  parameters: [parameters],
});
