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
  element(gather, _, { context }) {
    if (hasValue(gather, 'action')) return undefined;
    if (context === 'inline') return { message: '<Gather> has no action, and a document without an address cannot be asked for again.' };
    return { message: '<Gather> has no action: it sends what was entered to this document again.' };
  },
};
