import type { Route } from '../rest-request.js';
import { collectionRoutes } from './collections.js';
import { documentRoutes } from './documents.js';
import { syncServiceRoutes } from './services.js';

/** Sync as a store, whose changes the webhook of a service is told of. https://www.twilio.com/docs/sync/api */
export const syncRoutes: readonly Route[] = [...syncServiceRoutes, ...documentRoutes, ...collectionRoutes];
