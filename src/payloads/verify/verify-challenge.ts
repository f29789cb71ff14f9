import { oneOf, optional, sid } from '../schema/fields.js';
import { form, type PayloadOf } from '../schema/form.js';
import type { PayloadSchema } from '../schema/schema.js';
import { entityEventParameters } from './groups/entity-event.js';

const parameters = {
  /** What the user decided. */
  type: oneOf('challenge.approved', 'challenge.denied'),
  /** The challenge; the name is inferred from the REST API. */
  challenge_sid: optional(sid('YC')),
};

/** A user approved or denied a challenge. */
export interface VerifyChallenge extends PayloadOf<typeof entityEventParameters & typeof parameters> {}

/** Sent to a webhook of a Verify service that lists the event. Answer with any 2xx. */
export const VerifyChallenge: PayloadSchema<VerifyChallenge, 'verify.challenge', 'nothing'> = form({
  kind: 'verify.challenge',
  title: 'Challenge event',
  expects: 'nothing',
  signs: [{ is: { type: ['challenge.approved', 'challenge.denied'] } }],
  parameters: [entityEventParameters, parameters],
});
