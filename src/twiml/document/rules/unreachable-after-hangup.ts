import type { Rule } from '../rule.js';
import { unreachableAfter } from '../unreachable.js';

export const unreachableAfterHangup: Rule<'unreachable-after-hangup'> = {
  id: 'unreachable-after-hangup',
  severity: 'info',
  codes: [],
  text: 'No verb runs after `<Hangup>`.',
  trips: '<Response><Hangup/><Say>Goodbye</Say></Response>',
  passes: '<Response><Say>Goodbye</Say><Hangup/></Response>',
  ...unreachableAfter('Hangup'),
};
