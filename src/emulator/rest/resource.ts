import type { World } from '../world.js';
import { makePage } from './page.js';
import { notFound } from './rest-error.js';
import type { RestRequest, Route } from './rest-request.js';

/** How a kind of resource is listed, fetched, created, updated and deleted. What is left out cannot be done. */
export interface ResourceOptions<Item> {
  /** The host without `.twilio.com`. @default 'api' */
  readonly host?: string;
  /** The path of the list, without extension, such as `/v1/Services/:service/Lists`. */
  readonly path: string;
  /** Under which the records of a list lie. */
  readonly key: string;
  /** All that there are, in the order in which they are listed. */
  all(request: RestRequest): Iterable<Item>;
  /** Whether one belongs in the list that the query asks for. @default all do */
  readonly keep?: (item: Item, request: RestRequest) => boolean;
  /** The one that the last part of the path names. */
  find(request: RestRequest, id: string): Item | undefined;
  describe(item: Item, request: RestRequest): object;
  readonly create?: (request: RestRequest) => Item;
  /** How the answer to `create` differs, such as by a secret that is shown once. */
  readonly describeNew?: (item: Item, request: RestRequest) => object;
  /** @default 201 */
  readonly createStatus?: number;
  readonly update?: (item: Item, request: RestRequest) => void;
  readonly remove?: (item: Item, request: RestRequest) => void;
  /** Headers of an answer that is about one, such as `ETag`. */
  readonly headers?: (item: Item) => Readonly<Record<string, string>>;
}

/** Makes the routes of a resource. */
export function resource<Item>(options: ResourceOptions<Item>): readonly Route[] {
  const { host = 'api', path, key, create, createStatus = 201, update, remove } = options;
  const { all, keep = () => true, describe, describeNew = describe, headers = () => ({}) } = options;
  const ending = path.startsWith('/2010-04-01/') ? '.json' : '';
  const list = `${path}${ending}`;
  const one = `${path}/:id${ending}`;
  const find = (request: RestRequest): Item => {
    const item = options.find(request, request.names.id ?? '');
    if (item === undefined) throw notFound(request.path);
    return item;
  };
  const show = (status: number, item: Item, request: RestRequest, by = describe) => ({
    status,
    body: by(item, request),
    headers: headers(item),
  });
  const routes: (Route | false)[] = [
    {
      method: 'GET',
      host,
      path: list,
      run: (request) =>
        makePage(
          request,
          key,
          [...all(request)].filter((item) => keep(item, request)),
          describe,
        ),
    },
    create !== undefined && {
      method: 'POST',
      host,
      path: list,
      run: (request) => show(createStatus, create(request), request, describeNew),
    },
    { method: 'GET', host, path: one, run: (request) => show(200, find(request), request) },
    update !== undefined && {
      method: 'POST',
      host,
      path: one,
      run: (request) => {
        const item = find(request);
        update(item, request);
        return show(200, item, request);
      },
    },
    remove !== undefined && {
      method: 'DELETE',
      host,
      path: one,
      run: (request) => {
        remove(find(request), request);
        return { status: 204 };
      },
    },
  ];
  return routes.filter((route) => route !== false);
}

/** What every resource of the newer APIs begins with: a SID, a name, and when it was made and changed. */
export interface Begun {
  readonly sid: string;
  readonly createdAt: number;
  friendlyName: string;
  updatedAt: number;
}

/** Begins a resource. @param prefix - Of its SID, such as `WK`. */
export function beginResource({ chance, clock }: World, prefix: string, friendlyName: string): Begun {
  return { sid: chance.sid(prefix), createdAt: clock.now, friendlyName, updatedAt: clock.now };
}

/** The value of a filter in the query. */
export function readQuery({ query }: Pick<RestRequest, 'query'>, name: string): string | undefined {
  const value = Object.hasOwn(query, name) ? query[name] : undefined;
  const text = typeof value === 'string' ? value : value?.at(-1);
  return text === '' ? undefined : text;
}

/** Whether every filter that the query has fits: a filter that is not given fits all. */
export function fits(request: Pick<RestRequest, 'query'>, filters: Readonly<Record<string, string | undefined>>): boolean {
  return Object.entries(filters).every(([name, value]) => {
    const wanted = readQuery(request, name);
    return wanted === undefined || wanted === value;
  });
}

/**
 * Whether a time fits filters such as `DateSent`, `DateSent<` and `DateSent>`. A day without a time stands for the whole day, in UTC; of a time that is given to the
 * second, both bounds belong to it.
 */
export function fitsTime(request: Pick<RestRequest, 'query'>, name: string, at: number | undefined): boolean {
  const within = (filter: string, holds: (bound: { readonly from: number; readonly to: number }, time: number) => boolean) => {
    const bound = readBound(readQuery(request, filter));
    return bound === undefined || (at !== undefined && holds(bound, at));
  };
  return (
    within(name, ({ from, to }, time) => time >= from && time < to) &&
    within(`${name}<`, ({ to }, time) => time < to) &&
    within(`${name}>`, ({ from }, time) => time >= from)
  );
}

const DAY_MS = 86_400_000;

function readBound(text: string | undefined): { readonly from: number; readonly to: number } | undefined {
  if (text === undefined) return undefined;
  const from = Date.parse(text);
  if (Number.isNaN(from)) return undefined;
  return { from, to: from + (/^\d{4}-\d{2}-\d{2}$/.test(text.trim()) ? DAY_MS : 1000) };
}
