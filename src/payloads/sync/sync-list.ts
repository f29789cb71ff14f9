import { oneOf, optional, sid, text } from '../schema/fields.js';
import { form, type PayloadOf } from '../schema/form.js';
import type { PayloadSchema } from '../schema/schema.js';
import { syncEventParameters } from './groups/event.js';

const parameters = {
  /** What happened to the list. */
  EventType: oneOf('list_created', 'list_removed'),
  /** The list: `ES…`. */
  ListSid: sid('ES'),
  /** The name that you gave it, where you did. */
  ListUniqueName: optional(text()),
  /** Which version it is: documented as a number, while the REST API has hexadecimal text. */
  ListRevision: optional(text()),
};

/** A list was created or removed. */
export interface SyncList extends PayloadOf<typeof syncEventParameters & typeof parameters> {}

/** Sent to the webhook URL of a Sync service; changes made over REST are sent where the service says so. Answer with any 2xx. */
export const SyncList: PayloadSchema<SyncList, 'sync.list', 'nothing'> = form({
  kind: 'sync.list',
  title: 'List event',
  expects: 'nothing',
  methods: ['POST'],
  signs: [{ is: { EventType: ['list_created', 'list_removed'] } }],
  parameters: [syncEventParameters, parameters],
});
