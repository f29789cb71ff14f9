import { isWebUrl } from '../../wire/web-url.js';
import { writeIso } from '../dates.js';
import { resource } from '../resource.js';
import { RestError } from '../rest-error.js';
import { type RestRequest, type Route, readBoolean, readText, readWhole } from '../rest-request.js';
import { SyncBook, type SyncService } from './sync-book.js';

/** Services of Sync: https://www.twilio.com/docs/sync/api/service */
export const syncServiceRoutes: readonly Route[] = resource<SyncService>({
  host: 'sync',
  path: '/v1/Services',
  key: 'services',
  all: ({ world }) => world.part(SyncBook).services.values(),
  find: ({ world }, sid) => world.part(SyncBook).find(sid),
  describe,
  create: (request) => {
    const service = request.world.part(SyncBook).create();
    update(service, request);
    return service;
  },
  update,
  remove: ({ sid }, { world }) => {
    world.part(SyncBook).services.delete(sid);
  },
});

function update(service: SyncService, request: RestRequest): void {
  const { clock } = request.world;
  const friendlyName = readText(request, 'FriendlyName') ?? service.friendlyName;
  if ((friendlyName?.length ?? 0) > 255) throw new RestError(54_053, 'FriendlyName has 255 characters at most');
  const webhookUrl = readText(request, 'WebhookUrl');
  if (webhookUrl !== undefined && (!isWebUrl(webhookUrl) || webhookUrl.length > 512)) throw new RestError(54_051, 'WebhookUrl is no URL');
  service.friendlyName = friendlyName;
  if (Object.hasOwn(request.form, 'WebhookUrl')) service.webhookUrl = webhookUrl;
  service.tellsRest = readBoolean(request, 'WebhooksFromRestEnabled') ?? service.tellsRest;
  service.hasAcl = readBoolean(request, 'AclEnabled') ?? service.hasAcl;
  service.tellsReachability = readBoolean(request, 'ReachabilityWebhooksEnabled') ?? service.tellsReachability;
  service.isDebouncing = readBoolean(request, 'ReachabilityDebouncingEnabled') ?? service.isDebouncing;
  service.debouncingWindow = readWhole(request, 'ReachabilityDebouncingWindow') ?? service.debouncingWindow;
  service.updatedAt = clock.now;
}

function describe(service: SyncService, { account }: RestRequest): object {
  const { sid } = service;
  const url = `https://sync.twilio.com/v1/Services/${sid}`;
  return {
    account_sid: account,
    acl_enabled: service.hasAcl,
    date_created: writeIso(service.createdAt),
    date_updated: writeIso(service.updatedAt),
    friendly_name: service.friendlyName ?? null,
    links: { documents: `${url}/Documents`, lists: `${url}/Lists`, maps: `${url}/Maps`, streams: `${url}/Streams` },
    reachability_debouncing_enabled: service.isDebouncing,
    reachability_debouncing_window: service.debouncingWindow,
    reachability_webhooks_enabled: service.tellsReachability,
    sid,
    unique_name: null,
    url,
    webhook_url: service.webhookUrl ?? null,
    webhooks_from_rest_enabled: service.tellsRest,
  };
}
