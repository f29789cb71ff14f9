import { findUnreachable } from '../flow.js';
import type { Rule } from '../rule.js';

export const unreachableAfterReject: Rule<'unreachable-after-reject'> = {
  id: 'unreachable-after-reject',
  severity: 'info',
  codes: [],
  text: 'No verb runs after `<Reject>`.',
  trips: '<Response><Reject/><Say>Goodbye</Say></Response>',
  passes: '<Response><Reject/></Response>',
  tags: ['Reject'],
  element: (reject, document) => findUnreachable(reject, document, 'the <Reject> before it declines the call.'),
};
