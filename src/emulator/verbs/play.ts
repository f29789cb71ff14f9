import { resolveIn } from '../documents/document.js';
import { fetchSound } from '../media.js';
import { readInteger, textOf } from './read.js';
import { MOST_LOOPS } from './say.js';
import { sound } from './sound.js';
import type { Verb, VerbContext } from './verb.js';

/** How long a tone lasts with the pause behind it. */
const TONE_MS = 200;

/** Plays a sound or the tones of keys. */
export const play: Verb = {
  tag: 'Play',
  run: (context) => playSound(context, prepareSound(context)),
};

/** Fetches what is to be played; of tones there is nothing to fetch. */
export async function prepareSound({ leg, document, node }: VerbContext): Promise<number> {
  const { digits } = node.attributes;
  return digits === undefined ? fetchSound(resolveIn(document, textOf(node)), leg.world) : tonesMs(digits);
}

/** Plays what was fetched. */
export async function playSound({ leg, scope, document, node }: VerbContext, prepared: Promise<number>): Promise<undefined> {
  const ms = await scope.follow(prepared);
  const { digits } = node.attributes;
  const loops = readInteger(node, 'loop', 1) || MOST_LOOPS;
  for (let round = 0; round < loops; round += 1) {
    if (digits !== undefined) await sound(leg, scope, { type: 'tones', digits }, ms);
    else await sound(leg, scope, { type: 'play', url: resolveIn(document, textOf(node)) }, ms);
  }
}

/** How long tones last: a `w` pauses for half a second, a `W` for one. */
export function tonesMs(digits: string): number {
  return [...digits].reduce((ms, key) => ms + (key === 'w' ? 500 : key === 'W' ? 1000 : TONE_MS), 0);
}
