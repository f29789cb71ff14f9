import type { Finding, Rule } from '../rule.js';

export const dialApplicationAlone: Rule<'dial-application-alone'> = {
  id: 'dial-application-alone',
  severity: 'warning',
  codes: [],
  text: '`<Application>` stands alone in `<Dial>`, which has no `referUrl` then.',
  trips:
    '<Response><Dial><Application><ApplicationSid>AP0123456789abcdef0123456789abcdef</ApplicationSid></Application><Client>joey</Client></Dial></Response>',
  passes:
    '<Response><Dial><Application><ApplicationSid>AP0123456789abcdef0123456789abcdef</ApplicationSid></Application></Dial></Response>',
  tags: ['Dial'],
  element(dial) {
    const application = dial.childrenOf('Application')[0];
    if (application === undefined) return undefined;
    const findings: Finding[] = [];
    if (dial.children.length > 1 && !dial.isTemplated)
      findings.push({ message: '<Application> stands alone in <Dial>; found other nouns beside it.', element: application });
    if (dial.attribute('referUrl') !== undefined)
      findings.push({ message: 'referUrl of <Dial> has no effect with <Application>.', attribute: 'referUrl' });
    return findings;
  },
};
