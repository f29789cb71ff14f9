import { findUnreachable } from '../flow.js';
import type { Rule } from '../rule.js';

export const unreachableAfterLeave: Rule<'unreachable-after-leave'> = {
  id: 'unreachable-after-leave',
  severity: 'info',
  codes: [],
  text: 'No verb of a wait document runs after `<Leave>`.',
  trips: '<Response><Leave/><Say>Goodbye</Say></Response>',
  passes: '<Response><Say>Goodbye</Say><Leave/></Response>',
  tags: ['Leave'],
  element: (leave, document) => findUnreachable(leave, document, 'after <Leave> the call goes on behind the <Enqueue> that it came from.'),
};
