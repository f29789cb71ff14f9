import type { Rule } from '../rule.js';
import { unreachableAfter } from '../unreachable.js';

export const unreachableAfterRedirect: Rule<'unreachable-after-redirect'> = {
  id: 'unreachable-after-redirect',
  severity: 'info',
  codes: [],
  text: 'No verb runs after `<Redirect>`.',
  trips: '<Response><Redirect>/next</Redirect><Say>Goodbye</Say></Response>',
  passes: '<Response><Say>Goodbye</Say><Redirect>/next</Redirect></Response>',
  ...unreachableAfter('Redirect'),
};
