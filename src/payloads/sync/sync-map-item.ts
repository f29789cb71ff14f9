import { oneOf, optional, sid, text } from '../schema/fields.js';
import { form, type PayloadOf } from '../schema/form.js';
import type { PayloadSchema } from '../schema/schema.js';
import { syncEventParameters } from './groups/event.js';
import { itemParameters } from './groups/item.js';

const parameters = {
  /** What happened to the item. */
  EventType: oneOf('map_item_added', 'map_item_updated', 'map_item_removed'),
  /** The key of the item. The name is inferred from the SDK's events. */
  ItemKey: optional(text()),
  /** The map: `MP…`. */
  MapSid: sid('MP'),
  /** The name that you gave the map, where you did. */
  MapUniqueName: optional(text()),
};

/** An item of a map was added, updated or removed. */
export interface SyncMapItem extends PayloadOf<typeof syncEventParameters & typeof itemParameters & typeof parameters> {}

/** Sent to the webhook URL of a Sync service; changes made over REST are sent where the service says so. Answer with any 2xx. */
export const SyncMapItem: PayloadSchema<SyncMapItem, 'sync.map_item', 'nothing'> = form({
  kind: 'sync.map_item',
  title: 'Map item event',
  expects: 'nothing',
  methods: ['POST'],
  signs: [{ is: { EventType: ['map_item_added', 'map_item_updated', 'map_item_removed'] } }],
  parameters: [syncEventParameters, itemParameters, parameters],
});
