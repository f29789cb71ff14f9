import type { World } from '../world.js';
import { type RestRequest, readText } from './rest-request.js';

/** How many answers are remembered: a client repeats a request soon, or not at all. */
const MOST = 1000;

/** What was made by requests that have an `IdempotencyKey`. */
class Made {
  readonly byKey = new Map<string, unknown>();
}

/** Makes something once: a request with the same `IdempotencyKey` to the same place gets what the first one made. */
export function makeOnce<Item>(request: RestRequest, make: () => Item): Item {
  const key = readText(request, 'IdempotencyKey');
  if (key === undefined) return make();
  const made = madeIn(request.world);
  const place = `${request.path} ${key}`;
  if (made.has(place)) return made.get(place) as Item;
  const item = make();
  made.set(place, item);
  const [oldest] = made.keys();
  if (made.size > MOST && oldest !== undefined) made.delete(oldest);
  return item;
}

function madeIn(world: World): Map<string, unknown> {
  return world.part(Made).byKey;
}
