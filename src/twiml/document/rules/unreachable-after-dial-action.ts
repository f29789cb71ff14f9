import type { Rule } from '../rule.js';
import { unreachableAfter } from '../unreachable.js';

export const unreachableAfterDialAction: Rule<'unreachable-after-dial-action'> = {
  id: 'unreachable-after-dial-action',
  severity: 'info',
  codes: [],
  text: 'No verb runs after a `<Dial>` with an `action`.',
  trips: '<Response><Dial action="/done">+14155550123</Dial><Say>Goodbye</Say></Response>',
  passes: '<Response><Dial>+14155550123</Dial><Say>Goodbye</Say></Response>',
  ...unreachableAfter('Dial'),
};
