import { resolveIn } from '../documents/document.js';
import { VerbFailure } from '../documents/verb-failure.js';
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

/** Fetches what is to be played; of tones there is nothing to fetch. @returns How long it lasts; nothing where it is passed over. */
export async function prepareSound({ leg, document, node, event }: VerbContext): Promise<number | undefined> {
  const { digits } = node.attributes;
  if (digits !== undefined) return tonesMs(digits);
  if (document.soundMs !== undefined) return document.soundMs;
  const { world } = leg;
  try {
    return await fetchSound(resolveIn(document, textOf(node)), world);
  } catch (error) {
    if (!(error instanceof VerbFailure) || world.settings.deviations.brokenSound === 'error') throw error;
    world.report({ twilioCode: error.code, severity: 'error', message: error.message }, [event]);
    return undefined;
  }
}

/** Plays what was fetched. */
export async function playSound({ leg, scope, document, node }: VerbContext, prepared: Promise<number | undefined>): Promise<undefined> {
  const ms = await scope.follow(prepared);
  if (ms === undefined) return undefined;
  const { digits } = node.attributes;
  const loops = readInteger(node, 'loop', 1) || MOST_LOOPS;
  for (let round = 0; round < loops; round += 1) {
    if (digits !== undefined) await sound(leg, scope, { type: 'tones', digits }, ms);
    else await sound(leg, scope, { type: 'play', url: resolveIn(document, textOf(node)) }, ms);
  }
  return undefined;
}

/** How long tones last: a `w` pauses for half a second, a `W` for one. */
export function tonesMs(digits: string): number {
  return [...digits].reduce((ms, key) => ms + (key === 'w' ? 500 : key === 'W' ? 1000 : TONE_MS), 0);
}
