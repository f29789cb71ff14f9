import { oneOf } from '../schema/fields.js';
import { form, type PayloadOf } from '../schema/form.js';
import type { PayloadSchema } from '../schema/schema.js';
import { entityEventParameters } from './groups/entity-event.js';

const parameters = {
  /** What happened to the factor. */
  type: oneOf('factor.created', 'factor.verified', 'factor.deleted'),
};

/** A user's factor was created, verified or deleted. */
export interface VerifyFactor extends PayloadOf<typeof entityEventParameters & typeof parameters> {}

/** Sent to a webhook of a Verify service that lists the event. Verifications by code have none: they are polled. Answer with any 2xx. */
export const VerifyFactor: PayloadSchema<VerifyFactor, 'verify.factor', 'nothing'> = form({
  kind: 'verify.factor',
  title: 'Factor event',
  expects: 'nothing',
  signs: [{ is: { type: ['factor.created', 'factor.verified', 'factor.deleted'] } }],
  parameters: [entityEventParameters, parameters],
});
