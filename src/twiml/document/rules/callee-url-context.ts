import { checkContext } from '../contexts.js';
import type { Rule } from '../rule.js';

export const calleeUrlContext: Rule<'callee-url-context'> = {
  id: 'callee-url-context',
  severity: 'error',
  codes: [13201],
  text: 'The `url` of a `<Number>`, `<Sip>` or `<Client>` answers `<Play>`, `<Say>`, `<Gather>` and `<Hangup>`: what the one who is called hears before the two are connected.',
  trips: { xml: '<Response><Dial>+14155550123</Dial></Response>', options: { context: 'dial-url' } },
  passes: { xml: '<Response><Say>A caller from your web site</Say></Response>', options: { context: 'dial-url' } },
  document: (document, options) => checkContext(document, options, 'dial-url'),
};
