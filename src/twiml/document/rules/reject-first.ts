import type { Rule } from '../rule.js';

export const rejectFirst: Rule<'reject-first'> = {
  id: 'reject-first',
  severity: 'info',
  codes: [],
  text: '`<Reject>` is the first verb: after any other, the call has been answered and is charged.',
  trips: '<Response><Say>Goodbye</Say><Reject/></Response>',
  passes: '<Response><Reject reason="busy"/></Response>',
  tags: ['Reject'],
  element(reject, { verbs, root }) {
    if (reject.parent !== root || root.isTemplated) return undefined;
    // Silence before the first verb delays the answer rather than giving it.
    if (verbs.slice(0, Math.max(verbs.indexOf(reject), 0)).every(({ name }) => name === 'Pause')) return undefined;
    return { message: '<Reject> comes too late: the verb before it answers the call. Use <Hangup>.' };
  },
};
