import type { Leg } from '../../calls/leg.js';
import { notFound } from '../rest-error.js';
import type { RestRequest } from '../rest-request.js';

/** The call that the path names. @throws RestError when there is none. */
export function findCall({ world, names, path }: RestRequest): Leg {
  const leg = world.legs.get(names.call ?? '');
  if (leg !== undefined) return leg;
  throw notFound(path);
}
