import { hasValue } from '../flow.js';
import type { Rule } from '../rule.js';

export const gatherLoop: Rule<'gather-loop'> = {
  id: 'gather-loop',
  severity: 'info',
  codes: [],
  text: '`<Gather>` has an `action`: without one it sends what was entered to this document again.',
  trips: '<Response><Gather><Say>Press one</Say></Gather><Hangup/></Response>',
  passes: '<Response><Gather action="/menu"><Say>Press one</Say></Gather><Hangup/></Response>',
  tags: ['Gather'],
  element: (gather) =>
    hasValue(gather, 'action') ? undefined : { message: '<Gather> has no action: it sends what was entered to this document again.' },
};
