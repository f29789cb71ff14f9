import { openEnum } from '../schema/fields.js';
import { form, type PayloadOf } from '../schema/form.js';
import type { PayloadSchema } from '../schema/schema.js';
import { bundleParameters } from './groups/bundle.js';

const parameters = {
  /** What it became. */
  Status: openEnum('draft', 'pending-review', 'in-review', 'twilio-rejected', 'twilio-approved'),
};

/** A customer profile or trust product, such as an A2P, CNAM or SHAKEN one, was judged. */
export interface TrusthubBundleStatus extends PayloadOf<typeof bundleParameters & typeof parameters> {}

/** Sent to the status callback URL of a customer profile, trust product or compliance inquiry. Answer with any 2xx. */
export const TrusthubBundleStatus: PayloadSchema<TrusthubBundleStatus, 'trusthub.bundle_status', 'nothing'> = form({
  kind: 'trusthub.bundle_status',
  title: 'Customer profile or trust product status',
  expects: 'nothing',
  methods: ['POST'],
  // Names, SID prefix and statuses are those of a regulatory bundle: the parameters alone do not tell the two apart.
  identifiable: false,
  signs: [],
  parameters: [bundleParameters, parameters],
});
