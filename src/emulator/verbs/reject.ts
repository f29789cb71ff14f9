import type { Verb } from './verb.js';

/** Refuses the call. Where it is answered already, all that is left is to hang up. */
export const reject: Verb = {
  tag: 'Reject',
  staysUnanswered: () => true,
  async run({ leg, node }) {
    if (leg.isAnswered) return { end: 'hangup' };
    return { end: 'rejected', reason: node.attributes.reason?.trim() === 'busy' ? 'busy' : 'rejected' };
  },
};
