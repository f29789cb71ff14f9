import { readQuery, resource } from '../resource.js';
import { notFound, RestError } from '../rest-error.js';
import { type RestRequest, type Route, require } from '../rest-request.js';
import {
  beginRecord,
  change,
  checkRevision,
  describeStored,
  findNamed,
  findService,
  isLive,
  readData,
  readExpiry,
  type Stored,
  type SyncCollection,
} from './sync-book.js';

/** Lists and maps differ in how an item is named: by an index that is given, or by a key that one chooses. */
interface Kind {
  readonly path: string;
  readonly key: 'lists' | 'maps';
  readonly prefix: string;
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
    prefix: 'ES',
    sidField: 'list_sid',
    nameItem: (_request, collection) => String(collection.next++),
    describeName: (name) => ({ index: Number(name) }),
  },
  {
    path: 'Maps',
    key: 'maps',
    prefix: 'MP',
    sidField: 'map_sid',
    nameItem: (request, { items }) => {
      const key = require(request, 'Key', 54_208);
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
      const collection: SyncCollection = { ...beginRecord(request, kind.prefix, allOf(request)), items: new Map(), next: 0 };
      allOf(request).set(collection.sid, collection);
      return collection;
    },
    update: change,
    remove: ({ sid }, request) => {
      allOf(request).delete(sid);
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
    update: ([, stored], request) => change(stored, request),
    remove: ([name, stored], request) => {
      checkRevision(stored, request);
      findCollection(request, kind).items.delete(name);
    },
  });
}

/** In order of index or key, from where the query says. */
function listItems(request: RestRequest, kind: Kind): readonly Item[] {
  const items = [...findCollection(request, kind).items].filter(([, stored]) => isLive(stored, request.world));
  if (kind.key === 'maps') items.sort(([one], [other]) => (one < other ? -1 : 1));
  const from = readQuery(request, 'From');
  const isAfter = (name: string) => from === undefined || (kind.key === 'lists' ? Number(name) >= Number(from) : name >= from);
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
  const data = readData(request) ?? {};
  const expiresAt = readExpiry(request, 'ItemTtl');
  const item: Item = [kind.nameItem(request, collection), { data, createdAt: now, updatedAt: now, expiresAt, revision: 0 }];
  collection.items.set(...item);
  return item;
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
