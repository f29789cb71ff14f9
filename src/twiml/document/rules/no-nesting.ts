import { CHILDLESS, reportMisplaced } from '../nesting.js';
import type { Rule } from '../rule.js';

export const noNesting: Rule<'no-nesting'> = {
  id: 'no-nesting',
  severity: 'warning',
  codes: [12200],
  text: 'Nothing stands in `<Record>`, `<Redirect>`, `<Reject>`, `<Hangup>`, `<Pause>` and `<Play>`.',
  trips: '<Response><Record action="/done"><Say>Speak now</Say></Record></Response>',
  passes: '<Response><Say>Speak now</Say><Record action="/done"/></Response>',
  misplaced: (element) => reportMisplaced(element, ...CHILDLESS),
};
