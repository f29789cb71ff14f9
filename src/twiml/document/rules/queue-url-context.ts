import { checkContext } from '../contexts.js';
import type { Rule } from '../rule.js';

export const queueUrlContext: Rule<'queue-url-context'> = {
  id: 'queue-url-context',
  severity: 'warning',
  codes: [],
  text: 'The `url` of a `<Queue>` answers `<Play>`, `<Say>`, `<Pause>` and `<Redirect>`.',
  trips: { xml: '<Response><Hangup/></Response>', options: { context: 'queue-url' } },
  passes: { xml: '<Response><Say>You will be connected</Say></Response>', options: { context: 'queue-url' } },
  document: (document, options) => checkContext(document, options, 'queue-url'),
};
