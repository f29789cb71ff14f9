import type { World } from '../../world.js';
import { writeIso } from '../dates.js';
import { notFound, RestError } from '../rest-error.js';
import { type RestRequest, readText, readWithin } from '../rest-request.js';

/** The longest name of an object, and the longest key of an item. */
export const LONGEST_NAME = 320;

/** How long something may last, in seconds: https://www.twilio.com/docs/api/errors/54011 */
const LONGEST_TTL = 31_536_000;

/** https://www.twilio.com/docs/api/errors/54006 */
const LARGEST_DATA = 16_384;

/** What every object of Sync has. */
export interface SyncRecord {
  readonly sid: string;
  readonly uniqueName: string | undefined;
  readonly createdAt: number;
  updatedAt: number;
  expiresAt: number | undefined;
  revision: number;
}

/** Something with data: a document or an item. */
export interface Stored {
  readonly createdAt: number;
  data: unknown;
  updatedAt: number;
  expiresAt: number | undefined;
  revision: number;
}

export interface SyncDocument extends SyncRecord {
  data: unknown;
}

/** A list or a map: its items by index or key. */
export interface SyncCollection extends SyncRecord {
  readonly items: Map<string, Stored>;
  /** The index of the next item of a list. */
  next: number;
  /** How many changes of its items there were. */
  events: number;
}

/** A service with all that is in it. */
export interface SyncService {
  readonly sid: string;
  readonly createdAt: number;
  updatedAt: number;
  friendlyName: string | undefined;
  webhookUrl: string | undefined;
  /** Whether the webhook is told of changes that REST makes. */
  tellsRest: boolean;
  hasAcl: boolean;
  tellsReachability: boolean;
  isDebouncing: boolean;
  /** In milliseconds. */
  debouncingWindow: number;
  readonly documents: Map<string, SyncDocument>;
  readonly lists: Map<string, SyncCollection>;
  readonly maps: Map<string, SyncCollection>;
}

/** All that Sync knows in one emulator. */
export class SyncBook {
  readonly services = new Map<string, SyncService>();
  readonly #world: World;

  constructor(world: World) {
    this.#world = world;
    // Every account has a service from the start, which `default` names.
    this.create('Default Service');
  }

  find(sid: string): SyncService | undefined {
    return sid === 'default' ? this.services.values().next().value : this.services.get(sid);
  }

  create(friendlyName?: string): SyncService {
    const { chance, clock } = this.#world;
    const service: SyncService = {
      sid: chance.sid('IS'),
      createdAt: clock.now,
      updatedAt: clock.now,
      friendlyName,
      webhookUrl: undefined,
      tellsRest: false,
      hasAcl: false,
      tellsReachability: false,
      isDebouncing: false,
      debouncingWindow: 5000,
      documents: new Map(),
      lists: new Map(),
      maps: new Map(),
    };
    this.services.set(service.sid, service);
    return service;
  }
}

/** The service that the path names. @throws RestError when there is none. */
export function findService({ world, names, path }: RestRequest): SyncService {
  const service = world.part(SyncBook).find(names.service ?? '');
  if (service !== undefined) return service;
  throw notFound(path);
}

/** An object by its SID or its unique name, unless its time is over. */
export function findNamed<Kind extends SyncRecord>(all: ReadonlyMap<string, Kind>, name: string, { world }: RestRequest): Kind | undefined {
  const found = all.get(name) ?? [...all.values()].find(({ uniqueName }) => uniqueName === name);
  return found !== undefined && isLive(found, world) ? found : undefined;
}

/** Whether the time of something is not over yet. */
export function isLive({ expiresAt }: Pick<Stored, 'expiresAt'>, { clock }: World): boolean {
  return expiresAt === undefined || clock.now < expiresAt;
}

/** What a new object begins with. What has expired goes for good meanwhile. @throws RestError when its name is taken. */
export function beginRecord(request: RestRequest, prefix: string, all: Map<string, SyncRecord>, ...ttls: readonly string[]): SyncRecord {
  const { chance, clock } = request.world;
  dropExpired(all, request.world);
  const uniqueName = readText(request, 'UniqueName');
  if (uniqueName !== undefined && (uniqueName.length > LONGEST_NAME || /^[A-Z]{2}[a-f0-9]{32}$/.test(uniqueName)))
    throw new RestError(54_302, `UniqueName has ${LONGEST_NAME} characters at most, and is no SID`);
  if (uniqueName !== undefined && findNamed(all, uniqueName, request) !== undefined)
    throw new RestError(54_301, `Unique name already exists: ${uniqueName}`, 409);
  return {
    sid: chance.sid(prefix),
    uniqueName,
    createdAt: clock.now,
    updatedAt: clock.now,
    expiresAt: readExpiry(request, ...ttls),
    revision: 0,
  };
}

/** Forgets what has expired. */
export function dropExpired(all: Map<string, Pick<Stored, 'expiresAt'>>, world: World): void {
  for (const [name, stored] of all) if (!isLive(stored, world)) all.delete(name);
}

/** The names of the parameter that says for how long a document lasts, a list or map, and an item of one. */
export const DOCUMENT_TTL = ['Ttl'] as const;
export const COLLECTION_TTL = ['CollectionTtl', 'Ttl'] as const;
export const ITEM_TTL = ['ItemTtl', 'Ttl'] as const;

/** When something goes by itself; 0 stands for never. @param names - Parameters that may say so, the strongest first. */
export function readExpiry(request: RestRequest, ...names: readonly string[]): number | undefined {
  const seconds = names.map((name) => readWithin(request, name, [0, LONGEST_TTL], 54_011)).find((value) => value !== undefined);
  return seconds === undefined || seconds === 0 ? undefined : request.world.clock.now + seconds * 1000;
}

/** Changes when something goes by itself, where a request says so. */
export function changeExpiry(stored: Pick<Stored, 'expiresAt'>, request: RestRequest, ...names: readonly string[]): void {
  if (names.some((name) => readText(request, name) !== undefined)) stored.expiresAt = readExpiry(request, ...names);
}

/** The data of a document or an item: a JSON object. */
export function readData(request: RestRequest): unknown {
  const text = readText(request, 'Data');
  if (text === undefined) return undefined;
  if (new TextEncoder().encode(text).length > LARGEST_DATA) throw new RestError(54_006, 'Data is larger than 16 KiB', 413);
  try {
    const data = JSON.parse(text) as unknown;
    if (typeof data === 'object' && data !== null && !Array.isArray(data)) return data;
  } catch {
    // It is refused below.
  }
  throw new RestError(54_008, 'Data is not a JSON object');
}

/** Changes something as a request says, unless somebody else has changed it since `If-Match`. @param ttls - As `readExpiry` has them. */
export function change(
  stored: Pick<Stored, 'revision' | 'updatedAt' | 'expiresAt'> & { data?: unknown },
  request: RestRequest,
  ...ttls: readonly string[]
): void {
  checkRevision(stored, request);
  const data = readData(request);
  if (data !== undefined) stored.data = data;
  changeExpiry(stored, request, ...ttls);
  stored.revision += 1;
  stored.updatedAt = request.world.clock.now;
}

/** @throws RestError when `If-Match` names another revision. */
export function checkRevision({ revision }: Pick<Stored, 'revision'>, { headers }: RestRequest): void {
  const wanted = headers.get('if-match');
  if (wanted !== null && wanted !== '*' && wanted !== revisionOf({ revision }))
    throw new RestError(54_103, 'The revision does not match If-Match', 412);
}

/** What all objects and items show. */
export function describeStored(stored: Omit<Stored, 'data'>): Readonly<Record<string, unknown>> {
  return {
    created_by: 'system',
    date_created: writeIso(stored.createdAt),
    date_expires: stored.expiresAt === undefined ? null : writeIso(stored.expiresAt),
    date_updated: writeIso(stored.updatedAt),
    revision: revisionOf(stored),
  };
}

/** A revision as it is written: in hexadecimal digits. */
export function revisionOf({ revision }: Pick<Stored, 'revision'>): string {
  return revision.toString(16);
}
