import { openEnum } from '../schema/fields.js';
import { form, type PayloadOf } from '../schema/form.js';
import type { PayloadSchema } from '../schema/schema.js';
import { bundleParameters } from './groups/bundle.js';

const parameters = {
  /** What it became. A regulation that changes sets an expiry, which is reported with the status as it is. */
  Status: openEnum('draft', 'pending-review', 'in-review', 'twilio-rejected', 'twilio-approved', 'provisionally-approved'),
};

/** A bundle of regulatory documents was judged, or is about to expire. */
export interface NumbersBundleStatus extends PayloadOf<typeof bundleParameters & typeof parameters> {}

/** Sent to the status callback URL of a regulatory bundle. Answer with any 2xx. */
export const NumbersBundleStatus: PayloadSchema<NumbersBundleStatus, 'numbers.bundle_status', 'nothing'> = form({
  kind: 'numbers.bundle_status',
  title: 'Regulatory bundle status',
  expects: 'nothing',
  methods: ['POST'],
  signs: [{ has: ['BundleSid', 'Status'] }],
  parameters: [bundleParameters, parameters],
});
