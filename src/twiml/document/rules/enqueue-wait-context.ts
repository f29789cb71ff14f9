import { checkContext } from '../contexts.js';
import type { Rule } from '../rule.js';

export const enqueueWaitContext: Rule<'enqueue-wait-context'> = {
  id: 'enqueue-wait-context',
  severity: 'warning',
  codes: [],
  text: 'The `waitUrl` of an `<Enqueue>` answers `<Play>`, `<Say>`, `<Pause>`, `<Hangup>`, `<Redirect>`, `<Leave>` and `<Gather>`.',
  trips: { xml: '<Response><Dial>+14155550123</Dial></Response>', options: { context: 'enqueue-wait-url' } },
  passes: { xml: '<Response><Say>You are next</Say><Leave/></Response>', options: { context: 'enqueue-wait-url' } },
  document: (document, options) => checkContext(document, options, 'enqueue-wait-url'),
};
