import { oneOf } from '../schema/fields.js';
import { form, type PayloadOf } from '../schema/form.js';
import type { PayloadSchema } from '../schema/schema.js';
import { syncEventParameters } from './groups/event.js';

const parameters = {
  /** Whether the identity's first client came or its last one went. */
  EventType: oneOf('endpoint_connected', 'endpoint_disconnected'),
};

/** An identity came online or went offline: late by the service's debouncing, of 1 to 30 seconds. */
export interface SyncEndpoint extends PayloadOf<typeof syncEventParameters & typeof parameters> {}

/** Sent to the webhook URL of a Sync service whose reachability webhooks are on. Answer with any 2xx. */
export const SyncEndpoint: PayloadSchema<SyncEndpoint, 'sync.endpoint', 'nothing'> = form({
  kind: 'sync.endpoint',
  title: 'Reachability event',
  expects: 'nothing',
  methods: ['POST'],
  signs: [{ is: { EventType: ['endpoint_connected', 'endpoint_disconnected'] } }],
  parameters: [syncEventParameters, parameters],
});
