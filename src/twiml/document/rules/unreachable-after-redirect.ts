import { findUnreachable } from '../flow.js';
import type { Rule } from '../rule.js';

export const unreachableAfterRedirect: Rule<'unreachable-after-redirect'> = {
  id: 'unreachable-after-redirect',
  severity: 'info',
  codes: [],
  text: 'No verb runs after `<Redirect>`.',
  trips: '<Response><Redirect>/next</Redirect><Say>Goodbye</Say></Response>',
  passes: '<Response><Say>Goodbye</Say><Redirect>/next</Redirect></Response>',
  tags: ['Redirect'],
  element: (redirect, document) => findUnreachable(redirect, document, 'the <Redirect> before it hands the call over.'),
};
