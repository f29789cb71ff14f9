import { reportMisplaced } from '../nesting.js';
import type { Rule } from '../rule.js';
import { withoutTemplates } from '../values/template.js';

export const dialNested: Rule<'dial-nested'> = {
  id: 'dial-nested',
  severity: 'warning',
  codes: [13215],
  text: 'In `<Dial>` stand a number as text, or nouns: `<Number>`, `<Client>`, `<Conference>`, `<Queue>`, `<Sim>`, `<Sip>`, `<Application>`, `<WhatsApp>`.',
  trips: '<Response><Dial><Say>Connecting you</Say><Number>+14155550123</Number></Dial></Response>',
  passes: '<Response><Say>Connecting you</Say><Dial><Number>+14155550123</Number></Dial></Response>',
  misplaced: (element) => reportMisplaced(element, 'Dial'),
  tags: ['Dial'],
  element({ text, children }) {
    if (withoutTemplates(text) === '' || !children.some(({ placement }) => placement === 'right')) return undefined;
    return { message: '<Dial> takes a number as its text, or nouns; found both. Put the number in <Number>.' };
  },
};
