import { openEnum } from '../schema/fields.js';
import { form, type PayloadOf } from '../schema/form.js';
import type { PayloadSchema } from '../schema/schema.js';

const parameters = {
  /** What the profile became: only the step to `available` is said to be reported. Inferred: no request was recorded. */
  Status: openEnum('new', 'reserving', 'available', 'downloaded', 'installed', 'failed'),
};

/** An eSIM profile can be downloaded now. */
export interface SuperSimEsimProfile extends PayloadOf<typeof parameters> {}

/** Sent to the callback URL of an eSIM profile. Answer with any 2xx. */
export const SuperSimEsimProfile: PayloadSchema<SuperSimEsimProfile, 'supersim.esim-profile', 'nothing'> = form({
  kind: 'supersim.esim-profile',
  title: 'eSIM profile callback',
  expects: 'nothing',
  // `new` and `failed` are words of other products too.
  signs: [{ is: { Status: ['available', 'reserving', 'downloaded', 'installed'] }, lacks: ['SimSid'] }],
  parameters: [parameters],
});
