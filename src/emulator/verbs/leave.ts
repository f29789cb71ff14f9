import type { Verb } from './verb.js';

/** Takes the caller out of the queue whose music the document is. */
export const leave: Verb = {
  tag: 'Leave',
  async run() {
    return { end: 'leave' };
  },
};
