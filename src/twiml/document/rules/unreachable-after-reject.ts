import type { Rule } from '../rule.js';
import { unreachableAfter } from '../unreachable.js';

export const unreachableAfterReject: Rule<'unreachable-after-reject'> = {
  id: 'unreachable-after-reject',
  severity: 'info',
  codes: [],
  text: 'No verb runs after `<Reject>`.',
  trips: '<Response><Reject/><Say>Goodbye</Say></Response>',
  passes: '<Response><Reject/></Response>',
  ...unreachableAfter('Reject'),
};
