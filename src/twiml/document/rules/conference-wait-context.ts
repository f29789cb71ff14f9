import { checkContext } from '../contexts.js';
import type { Rule } from '../rule.js';

export const conferenceWaitContext: Rule<'conference-wait-context'> = {
  id: 'conference-wait-context',
  severity: 'error',
  codes: [13238],
  text: 'The `waitUrl` of a `<Conference>` answers `<Say>`, `<Play>`, `<Pause>` and `<Redirect>`.',
  trips: { xml: '<Response><Hangup/></Response>', options: { context: 'conference-wait-url' } },
  passes: { xml: '<Response><Play loop="0">/wait.mp3</Play></Response>', options: { context: 'conference-wait-url' } },
  document: (document, options) => checkContext(document, options, 'conference-wait-url'),
};
