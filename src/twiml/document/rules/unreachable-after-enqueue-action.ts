import type { Rule } from '../rule.js';
import { unreachableAfter } from '../unreachable.js';

export const unreachableAfterEnqueueAction: Rule<'unreachable-after-enqueue-action'> = {
  id: 'unreachable-after-enqueue-action',
  severity: 'info',
  codes: [],
  text: 'No verb runs after an `<Enqueue>` with an `action`.',
  trips: '<Response><Enqueue action="/done">support</Enqueue><Say>Goodbye</Say></Response>',
  passes: '<Response><Enqueue>support</Enqueue><Say>Goodbye</Say></Response>',
  ...unreachableAfter('Enqueue'),
};
