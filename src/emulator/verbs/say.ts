import { readInteger, textOf } from './read.js';
import { sound, speakingMs } from './sound.js';
import type { Verb } from './verb.js';

/** How often something is said or played at most, where it is to go on until the caller hangs up. */
export const MOST_LOOPS = 1000;

/** Speaks. */
export const say: Verb = {
  tag: 'Say',
  async run({ leg, scope, node }) {
    const text = textOf(node);
    if (text === '') return undefined;
    const { voice, language } = node.attributes;
    const loops = readInteger(node, 'loop', 1) || MOST_LOOPS;
    for (let round = 0; round < loops; round += 1) {
      await sound(leg, scope, { type: 'say', text, ...(voice && { voice }), ...(language && { language }) }, speakingMs(leg, text));
    }
    return undefined;
  },
};
