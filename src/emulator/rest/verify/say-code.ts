import { createCall } from '../../calls/create-call.js';
import type { World } from '../../world.js';

/** Twilio's own number, from which codes are called out. */
const CALLER = '+15005550006';

/** Calls somebody and says a code twice. */
export function sayCode(world: World, to: string, words: string): void {
  const say = { tag: 'Say', attributes: {}, children: [words] };
  const root = { tag: 'Response', attributes: {}, children: [say, { tag: 'Pause', attributes: {}, children: [] }, say] };
  createCall(world, { to, from: CALLER, start: { root, url: undefined, method: 'POST', event: 0 } });
}
