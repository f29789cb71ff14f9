import { findUnreachable } from '../flow.js';
import type { Rule } from '../rule.js';

export const unreachableAfterHangup: Rule<'unreachable-after-hangup'> = {
  id: 'unreachable-after-hangup',
  severity: 'info',
  codes: [],
  text: 'No verb runs after `<Hangup>`.',
  trips: '<Response><Hangup/><Say>Goodbye</Say></Response>',
  passes: '<Response><Say>Goodbye</Say><Hangup/></Response>',
  tags: ['Hangup'],
  element: (hangup, document) => findUnreachable(hangup, document, 'the <Hangup> before it ends the call.'),
};
