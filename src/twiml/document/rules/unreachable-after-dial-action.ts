import { findUnreachable, hasValue } from '../flow.js';
import type { Rule } from '../rule.js';

export const unreachableAfterDialAction: Rule<'unreachable-after-dial-action'> = {
  id: 'unreachable-after-dial-action',
  severity: 'info',
  codes: [],
  text: 'No verb runs after a `<Dial>` with an `action`.',
  trips: '<Response><Dial action="/done">+14155550123</Dial><Say>Goodbye</Say></Response>',
  passes: '<Response><Dial>+14155550123</Dial><Say>Goodbye</Say></Response>',
  tags: ['Dial'],
  element: (dial, document) =>
    hasValue(dial, 'action') ? findUnreachable(dial, document, 'the <Dial> before it asks its action how to go on.') : undefined,
};
