import type { Conference } from '../../conferences/conference.js';
import type { World } from '../../world.js';
import { notFound } from '../rest-error.js';
import type { RestRequest } from '../rest-request.js';

/** A conference by its SID, or by its name while it runs. */
export function conferenceNamed(world: World, name: string): Conference | undefined {
  return world.conferences.get(name) ?? world.findConference(name);
}

/** The conference that the path names. @throws RestError when there is none. */
export function findConference({ world, names, path }: RestRequest): Conference {
  const conference = conferenceNamed(world, names.conference ?? '');
  if (conference !== undefined) return conference;
  throw notFound(path);
}
