import type { World } from '../../world.js';
import { writeRfc2822 } from '../dates.js';
import { resource } from '../resource.js';
import { type RestRequest, type Route, readFriendlyName } from '../rest-request.js';

/** An API key. */
interface Key {
  readonly sid: string;
  readonly secret: string;
  readonly createdAt: number;
  friendlyName: string;
}

/** The API keys that were made here. */
class Keys {
  readonly keys = new Map<string, Key>();
  readonly #world: World;

  constructor(world: World) {
    this.#world = world;
  }

  create(friendlyName: string): Key {
    const { chance, clock, keys } = this.#world;
    const key = { sid: chance.sid('SK'), secret: chance.digits('secret'), createdAt: clock.now, friendlyName };
    this.keys.set(key.sid, key);
    keys.set(key.sid, key.secret);
    return key;
  }

  remove({ sid }: Key): void {
    this.keys.delete(sid);
    // The secret of a key that is gone opens nothing any more.
    this.#world.keys.set(sid, '');
  }
}

/** API keys, which sign in from then on: https://www.twilio.com/docs/iam/api-keys/key-resource-v1 */
export const keyRoutes: readonly Route[] = resource<Key>({
  path: '/2010-04-01/Accounts/:account/Keys',
  key: 'keys',
  all: ({ world }) => world.part(Keys).keys.values(),
  find: ({ world }, sid) => world.part(Keys).keys.get(sid),
  describe,
  create: (request) => request.world.part(Keys).create(readFriendlyName(request) ?? ''),
  // The secret is shown once.
  describeNew: (key, request) => ({ ...describe(key, request), secret: key.secret }),
  update: (key, request) => {
    key.friendlyName = readFriendlyName(request) ?? key.friendlyName;
  },
  remove: (key, { world }) => world.part(Keys).remove(key),
});

function describe({ sid, friendlyName, createdAt }: Key, _request: RestRequest): object {
  const created = writeRfc2822(createdAt);
  return { sid, friendly_name: friendlyName, date_created: created, date_updated: created };
}
