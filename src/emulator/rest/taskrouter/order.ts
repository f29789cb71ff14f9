import { readQuery } from '../resource.js';
import type { RestRequest } from '../rest-request.js';

/** What the records of a list can be sorted by. */
export type Orders<Item> = Readonly<Record<string, (item: Item) => number>>;

/** Sorts a list as `Ordering` says, such as `Priority:desc,DateCreated:asc`. What it does not know it passes over. */
export function sorted<Item>(items: Iterable<Item>, request: RestRequest, orders: Orders<Item>): readonly Item[] {
  const wanted = readQuery(request, 'Ordering')?.split(',') ?? [];
  const steps = wanted.flatMap((one) => {
    const [name = '', direction = 'asc'] = one.trim().split(':');
    const weigh = Object.hasOwn(orders, name) ? orders[name] : undefined;
    const sign = direction.toLowerCase() === 'desc' ? -1 : 1;
    return weigh === undefined ? [] : [(left: Item, right: Item) => sign * (weigh(left) - weigh(right))];
  });
  return [...items].sort((left, right) => steps.reduce((order, step) => order || step(left, right), 0));
}
