import { oneOf, optional, sid, text } from '../schema/fields.js';
import { form, type PayloadOf } from '../schema/form.js';
import type { PayloadSchema } from '../schema/schema.js';
import { syncEventParameters } from './groups/event.js';

const parameters = {
  /** What happened to the map. */
  EventType: oneOf('map_created', 'map_removed'),
  /** The map: `MP…`. */
  MapSid: sid('MP'),
  /** The name that you gave it, where you did. */
  MapUniqueName: optional(text()),
  /** Which version it is: a number or hexadecimal text. The name is inferred from that of lists. */
  MapRevision: optional(text()),
};

/** A map was created or removed. */
export interface SyncMap extends PayloadOf<typeof syncEventParameters & typeof parameters> {}

/** Sent to the webhook URL of a Sync service; changes made over REST are sent where the service says so. Answer with any 2xx. */
export const SyncMap: PayloadSchema<SyncMap, 'sync.map', 'nothing'> = form({
  kind: 'sync.map',
  title: 'Map event',
  expects: 'nothing',
  methods: ['POST'],
  signs: [{ is: { EventType: ['map_created', 'map_removed'] } }],
  parameters: [syncEventParameters, parameters],
});
