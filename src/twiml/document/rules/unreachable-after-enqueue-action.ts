import { findUnreachable, hasValue } from '../flow.js';
import type { Rule } from '../rule.js';

export const unreachableAfterEnqueueAction: Rule<'unreachable-after-enqueue-action'> = {
  id: 'unreachable-after-enqueue-action',
  severity: 'info',
  codes: [],
  text: 'No verb runs after an `<Enqueue>` with an `action`.',
  trips: '<Response><Enqueue action="/done">support</Enqueue><Say>Goodbye</Say></Response>',
  passes: '<Response><Enqueue>support</Enqueue><Say>Goodbye</Say></Response>',
  tags: ['Enqueue'],
  element: (enqueue, document) =>
    hasValue(enqueue, 'action') ? findUnreachable(enqueue, document, 'the <Enqueue> before it asks its action how to go on.') : undefined,
};
