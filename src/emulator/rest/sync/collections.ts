import { readQuery, resource } from '../resource.js';
import { notFound, RestError } from '../rest-error.js';
import { type RestRequest, type Route, require } from '../rest-request.js';
import {
  beginRecord,
  COLLECTION_TTL,
  change,
  changeExpiry,
  checkRevision,
  describeStored,
  dropExpired,
  findNamed,
  findService,
  ITEM_TTL,
  isLive,
  LONGEST_NAME,
  readData,
  readExpiry,
  revisionOf,
  type Stored,
  type SyncCollection,
} from './sync-book.js';
import { tellChange } from './tell.js';

/** Lists and maps differ in how an item is named: by an index that is given, or by a key that one chooses. */
interface Kind {
  readonly path: string;
  readonly key: 'lists' | 'maps';
  readonly prefix: string;
  /** As webhooks name it. */
  readonly name: 'list' | 'map';
  /** The field of an item that names its collection. */
  readonly sidField: string;
  /** Chooses the name of a new item. */
  readonly nameItem: (request: RestRequest, collection: SyncCollection) => string;
  readonly describeName: (name: string) => Readonly<Record<string, unknown>>;
}

const KINDS: readonly Kind[] = [
  {
    path: 'Lists',
    key: 'lists',
    name: 'list',
    prefix: 'ES',
    sidField: 'list_sid',
    nameItem: (_request, collection) => String(collection.next++),
    describeName: (name) => ({ index: Number(name) }),
  },
  {
    path: 'Maps',
    key: 'maps',
    name: 'map',
    prefix: 'MP',
    sidField: 'map_sid',
    nameItem: (request, { items }) => {
      const key = require(request, 'Key', 54_209);
      if (key.length > LONGEST_NAME) throw new RestError(54_209, `Key has ${LONGEST_NAME} characters at most`);
      const known = items.get(key);
      if (known !== undefined && isLive(known, request.world)) throw new RestError(54_208, `An item with this key exists: ${key}`, 409);
      return key;
    },
    describeName: (name) => ({ key: name }),
  },
];

type Item = readonly [name: string, stored: Stored];

/** Lists and maps with their items: https://www.twilio.com/docs/sync/api/list-resource */
export const collectionRoutes: readonly Route[] = KINDS.flatMap((kind) => [...routesOf(kind), ...itemRoutesOf(kind)]);

function routesOf(kind: Kind): readonly Route[] {
  const allOf = (request: RestRequest) => findService(request)[kind.key];
  return resource<SyncCollection>({
    host: 'sync',
    path: `/v1/Services/:service/${kind.path}`,
    key: kind.key,
    all: (request) => [...allOf(request).values()].filter((one) => isLive(one, request.world)),
    find: (request, name) => findNamed(allOf(request), name, request),
    describe: (collection, request) => describe(collection, kind, request),
    create: (request) => {
      const begun = beginRecord(request, kind.prefix, allOf(request), ...COLLECTION_TTL);
      const collection: SyncCollection = { ...begun, items: new Map(), next: 0, events: 0 };
      allOf(request).set(collection.sid, collection);
      tell('created', collection, kind, request);
      return collection;
    },
    update: (collection, request) => change(collection, request, ...COLLECTION_TTL),
    remove: (collection, request) => {
      allOf(request).delete(collection.sid);
      tell('removed', collection, kind, request);
    },
  });
}

function itemRoutesOf(kind: Kind): readonly Route[] {
  return resource<Item>({
    host: 'sync',
    path: `/v1/Services/:service/${kind.path}/:collection/Items`,
    key: 'items',
    all: (request) => listItems(request, kind),
    find: (request, name) => {
      const stored = findCollection(request, kind).items.get(name);
      return stored !== undefined && isLive(stored, request.world) ? [name, stored] : undefined;
    },
    describe: (item, request) => describeItem(item, kind, request),
    create: (request) => addItem(request, kind),
    update: (item, request) => {
      const [, stored] = item;
      change(stored, request, ...ITEM_TTL);
      changeExpiry(findCollection(request, kind), request, 'CollectionTtl');
      tellItem('updated', item, kind, request);
    },
    remove: (item, request) => {
      const [name, stored] = item;
      checkRevision(stored, request);
      findCollection(request, kind).items.delete(name);
      tellItem('removed', item, kind, request);
    },
  });
}

/** In order of index or key, from where the query says. */
function listItems(request: RestRequest, kind: Kind): readonly Item[] {
  const items = [...findCollection(request, kind).items].filter(([, stored]) => isLive(stored, request.world));
  if (kind.key === 'maps') items.sort(([one], [other]) => (one < other ? -1 : 1));
  const from = readQuery(request, 'From');
  const isExclusive = readQuery(request, 'Bounds') === 'exclusive';
  const isAfter = (name: string) =>
    from === undefined || (name === from ? !isExclusive : kind.key === 'lists' ? Number(name) > Number(from) : name > from);
  const found = items.filter(([name]) => isAfter(name));
  return readQuery(request, 'Order') === 'desc' ? found.reverse() : found;
}

function findCollection(request: RestRequest, { key }: Kind): SyncCollection {
  const collection = findNamed(findService(request)[key], request.names.collection ?? '', request);
  if (collection !== undefined) return collection;
  throw notFound(request.path);
}

function addItem(request: RestRequest, kind: Kind): Item {
  const collection = findCollection(request, kind);
  const { now } = request.world.clock;
  dropExpired(collection.items, request.world);
  // Codes of what is missing: https://www.twilio.com/docs/api/errors/54156 and https://www.twilio.com/docs/api/errors/54206
  require(request, 'Data', kind.key === 'lists' ? 54_156 : 54_206);
  const data = readData(request);
  const expiresAt = readExpiry(request, ...ITEM_TTL);
  const item: Item = [kind.nameItem(request, collection), { data, createdAt: now, updatedAt: now, expiresAt, revision: 0 }];
  collection.items.set(...item);
  changeExpiry(collection, request, 'CollectionTtl');
  tellItem('added', item, kind, request);
  return item;
}

/** How webhooks name a list or a map. */
function nameCollection({ sid, uniqueName }: SyncCollection, { name }: Kind): Record<string, string> {
  const prefix = name === 'list' ? 'List' : 'Map';
  return { [`${prefix}Sid`]: sid, ...(uniqueName !== undefined && { [`${prefix}UniqueName`]: uniqueName }) };
}

function tell(what: 'created' | 'removed', collection: SyncCollection, kind: Kind, request: RestRequest): void {
  const { name } = kind;
  const revision = { [name === 'list' ? 'ListRevision' : 'MapRevision']: revisionOf(collection) };
  tellChange(request, `sync.${name}`, `${name}_${what}`, { ...nameCollection(collection, kind), ...revision });
}

function tellItem(what: 'added' | 'updated' | 'removed', [item, stored]: Item, kind: Kind, request: RestRequest): void {
  const { name } = kind;
  const collection = findCollection(request, kind);
  const eventId = String(collection.events);
  collection.events += 1;
  tellChange(request, `sync.${name}_item`, `${name}_item_${what}`, {
    ...nameCollection(collection, kind),
    [name === 'list' ? 'ItemIndex' : 'ItemKey']: item,
    ...(what !== 'removed' && { ItemData: JSON.stringify(stored.data) }),
    ItemRevision: revisionOf(stored),
    EventId: eventId,
  });
}

function describe(collection: SyncCollection, { path }: Kind, request: RestRequest): object {
  const { sid: service } = findService(request);
  const url = `https://sync.twilio.com/v1/Services/${service}/${path}/${collection.sid}`;
  return {
    ...describeStored(collection),
    account_sid: request.account,
    links: { items: `${url}/Items`, permissions: `${url}/Permissions` },
    service_sid: service,
    sid: collection.sid,
    unique_name: collection.uniqueName ?? null,
    url,
  };
}

function describeItem([name, stored]: Item, kind: Kind, request: RestRequest): object {
  const { sid: service } = findService(request);
  const { sid } = findCollection(request, kind);
  return {
    ...describeStored(stored),
    ...kind.describeName(name),
    account_sid: request.account,
    data: stored.data,
    [kind.sidField]: sid,
    service_sid: service,
    url: `https://sync.twilio.com/v1/Services/${service}/${kind.path}/${sid}/Items/${encodeURIComponent(name)}`,
  };
}
