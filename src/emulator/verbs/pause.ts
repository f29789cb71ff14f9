import { readInteger } from './read.js';
import { sound } from './sound.js';
import type { Verb } from './verb.js';

/** Lets time pass in silence. */
export const pause: Verb = {
  tag: 'Pause',
  async run({ leg, scope, node }) {
    await sound(leg, scope, { type: 'silence' }, readInteger(node, 'length', 1, 1) * 1000);
    return undefined;
  },
};
