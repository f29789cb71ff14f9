import { openEnum, optional, text, timestamp } from '../schema/fields.js';
import type { PayloadOf } from '../schema/form.js';
import { json } from '../schema/json.js';
import { jsonNumber } from '../schema/json-fields.js';
import type { PayloadSchema } from '../schema/schema.js';

const parameters = {
  /** The registration. */
  id: optional(text()),
  /** The regulation that it follows. */
  regulationId: optional(text()),
  /** Which version of the regulation. */
  regulationVersion: optional(jsonNumber()),
  /** What you call it. */
  friendlyName: optional(text()),
  /** What became of it. */
  status: optional(openEnum('DRAFT')),
  /** When it was made, in UTC. */
  dateCreated: optional(timestamp('iso8601')),
  /** When it last changed, in UTC. */
  dateUpdated: optional(timestamp('iso8601')),
};

/** The registration of an alphanumeric sender got further. Its body was not seen: the names are those of the REST resource, and all may be absent. */
export interface NumbersSenderIdRegistration extends PayloadOf<typeof parameters> {}

/** Sent to the status callback URL of a sender ID registration. Answer with any 2xx. */
export const NumbersSenderIdRegistration: PayloadSchema<NumbersSenderIdRegistration, 'numbers.sender-id-registration', 'nothing'> = json({
  kind: 'numbers.sender-id-registration',
  title: 'Sender ID registration status',
  expects: 'nothing',
  // Nobody has shown a body, so nothing is known that tells it apart.
  identifiable: false,
  signs: [],
  parameters: [parameters],
});
