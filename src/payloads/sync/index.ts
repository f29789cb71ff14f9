export { SyncDocument } from './sync-document.js';
export { SyncEndpoint } from './sync-endpoint.js';
export { SyncEvent } from './sync-event.js';
export { SyncList } from './sync-list.js';
export { SyncListItem } from './sync-list-item.js';
export { SyncMap } from './sync-map.js';
export { SyncMapItem } from './sync-map-item.js';
export { SyncOther } from './sync-other.js';
