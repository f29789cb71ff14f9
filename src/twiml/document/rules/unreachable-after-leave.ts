import type { Rule } from '../rule.js';
import { unreachableAfter } from '../unreachable.js';

export const unreachableAfterLeave: Rule<'unreachable-after-leave'> = {
  id: 'unreachable-after-leave',
  severity: 'info',
  codes: [],
  text: 'No verb of a wait document runs after `<Leave>`.',
  trips: '<Response><Leave/><Say>Goodbye</Say></Response>',
  passes: '<Response><Say>Goodbye</Say><Leave/></Response>',
  ...unreachableAfter('Leave'),
};
