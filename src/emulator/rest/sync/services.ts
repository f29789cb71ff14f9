import { writeIso } from '../dates.js';
import { resource } from '../resource.js';
import { type RestRequest, type Route, readText } from '../rest-request.js';
import { SyncBook, type SyncService } from './sync-book.js';

/** Services of Sync: https://www.twilio.com/docs/sync/api/service */
export const syncServiceRoutes: readonly Route[] = resource<SyncService>({
  host: 'sync',
  path: '/v1/Services',
  key: 'services',
  all: ({ world }) => world.part(SyncBook).services.values(),
  find: ({ world }, sid) => world.part(SyncBook).find(sid),
  describe,
  create: (request) => request.world.part(SyncBook).create(readText(request, 'FriendlyName'), readText(request, 'WebhookUrl')),
  update: (service, request) => {
    service.friendlyName = readText(request, 'FriendlyName') ?? service.friendlyName;
    service.webhookUrl = readText(request, 'WebhookUrl') ?? service.webhookUrl;
  },
  remove: ({ sid }, { world }) => {
    world.part(SyncBook).services.delete(sid);
  },
});

function describe({ sid, friendlyName, webhookUrl, createdAt }: SyncService, { account }: RestRequest): object {
  const url = `https://sync.twilio.com/v1/Services/${sid}`;
  return {
    account_sid: account,
    acl_enabled: false,
    date_created: writeIso(createdAt),
    date_updated: writeIso(createdAt),
    friendly_name: friendlyName ?? null,
    links: { documents: `${url}/Documents`, lists: `${url}/Lists`, maps: `${url}/Maps`, streams: `${url}/Streams` },
    reachability_debouncing_enabled: false,
    reachability_debouncing_window: 5000,
    reachability_webhooks_enabled: false,
    sid,
    unique_name: null,
    url,
    webhook_url: webhookUrl ?? null,
    webhooks_from_rest_enabled: false,
  };
}
