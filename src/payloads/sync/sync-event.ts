import { type PayloadUnion, union } from '../schema/union.js';
import { SyncDocument } from './sync-document.js';
import { SyncEndpoint } from './sync-endpoint.js';
import { SyncList } from './sync-list.js';
import { SyncListItem } from './sync-list-item.js';
import { SyncMap } from './sync-map.js';
import { SyncMapItem } from './sync-map-item.js';
import { SyncOther } from './sync-other.js';

/** Anything that a Sync service reports, to be told apart by `EventType`. */
export type SyncEvent = SyncDocument | SyncEndpoint | SyncList | SyncListItem | SyncMap | SyncMapItem | SyncOther;

/** All webhooks of a Sync service: they come to one URL. Answer with any 2xx. */
export const SyncEvent: PayloadUnion<
  readonly [
    typeof SyncDocument,
    typeof SyncEndpoint,
    typeof SyncList,
    typeof SyncListItem,
    typeof SyncMap,
    typeof SyncMapItem,
    typeof SyncOther,
  ],
  'nothing'
> = union({
  title: 'Sync event',
  by: 'EventType',
  members: [SyncDocument, SyncEndpoint, SyncList, SyncListItem, SyncMap, SyncMapItem, SyncOther],
  expects: 'nothing',
});
