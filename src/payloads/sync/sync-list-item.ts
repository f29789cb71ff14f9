import { integer, oneOf, optional, sid, text } from '../schema/fields.js';
import { form, type PayloadOf } from '../schema/form.js';
import type { PayloadSchema } from '../schema/schema.js';
import { syncEventParameters } from './groups/event.js';
import { itemParameters } from './groups/item.js';

const parameters = {
  /** What happened to the item. */
  EventType: oneOf('list_item_added', 'list_item_updated', 'list_item_removed'),
  /** The index of the item in the list. The name is inferred from the SDK's events. */
  ItemIndex: optional(integer()),
  /** The list: `ES…`. */
  ListSid: sid('ES'),
  /** The name that you gave the list, where you did. */
  ListUniqueName: optional(text()),
};

/** An item of a list was added, updated or removed. */
export interface SyncListItem extends PayloadOf<typeof syncEventParameters & typeof itemParameters & typeof parameters> {}

/** Sent to the webhook URL of a Sync service; changes made over REST are sent where the service says so. Answer with any 2xx. */
export const SyncListItem: PayloadSchema<SyncListItem, 'sync.list_item', 'nothing'> = form({
  kind: 'sync.list_item',
  title: 'List item event',
  expects: 'nothing',
  methods: ['POST'],
  signs: [{ is: { EventType: ['list_item_added', 'list_item_updated', 'list_item_removed'] } }],
  parameters: [syncEventParameters, itemParameters, parameters],
});
