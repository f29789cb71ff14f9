import type { Verb } from './verb.js';

/** Ends the call. */
export const hangup: Verb = {
  tag: 'Hangup',
  async run() {
    return { end: 'hangup' };
  },
};
