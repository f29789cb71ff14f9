import type { Rule } from '../rule.js';
import { withoutTemplates } from '../values/template.js';

export const strayText: Rule<'stray-text'> = {
  id: 'stray-text',
  severity: 'warning',
  codes: [12200],
  text: 'Text stands in elements that take text: nothing is said that is not in a `<Say>`.',
  trips: '<Response>Hello</Response>',
  passes: '<Response><Say>Hello</Say></Response>',
  element({ declaration, name, text: written }) {
    if (declaration === undefined || declaration.text !== undefined || written === '') return undefined;
    const text = withoutTemplates(written);
    if (text === '') return undefined;
    const meant = name === 'Response' || name === 'Gather' ? ' Put it in <Say>, or in <Message> in answer to a message.' : '';
    return { message: `<${name}> takes no text; found "${text.slice(0, 40)}". Twilio ignores it.${meant}`, content: true };
  },
};
