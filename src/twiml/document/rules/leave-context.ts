import { conductOf } from '../../conduct.js';
import type { Rule } from '../rule.js';

export const leaveContext: Rule<'leave-context'> = {
  id: 'leave-context',
  severity: 'warning',
  codes: [],
  text: '`<Leave>` stands in the `waitUrl` document of an `<Enqueue>`: elsewhere there is no queue to leave.',
  trips: { xml: '<Response><Say>Goodbye</Say><Leave/></Response>', options: { context: 'response' } },
  passes: { xml: '<Response><Say>Goodbye</Say><Leave/></Response>', options: { context: 'enqueue-wait-url' } },
  document({ verbs }, { context }) {
    const leave = verbs.find(({ name }) => name === 'Leave');
    if (leave === undefined) return undefined;
    // Without a context the document may well be one; its other verbs can tell that it is not.
    const elsewhere =
      context === undefined
        ? verbs.some(({ name }) => !conductOf('voice', name)?.levels.includes('enqueue-wait-url'))
        : context !== 'enqueue-wait-url';
    const message = '<Leave> leaves a queue, and works in the waitUrl document of an <Enqueue> alone.';
    return elsewhere ? { message, element: leave } : undefined;
  },
};
