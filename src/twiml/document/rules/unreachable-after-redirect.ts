import { findUnreachable } from '../flow.js';
import type { Rule } from '../rule.js';

export const unreachableAfterRedirect: Rule<'unreachable-after-redirect'> = {
  id: 'unreachable-after-redirect',
  severity: 'info',
  codes: [],
  text: 'No verb runs after `<Redirect>`.',
  trips: '<Response><Redirect>/next</Redirect><Say>Goodbye</Say></Response>',
  passes: '<Response><Say>Goodbye</Say><Redirect>/next</Redirect></Response>',
  document: (document) => findUnreachable(document, 'Redirect', () => true, 'the <Redirect> before it hands the call over.'),
};
