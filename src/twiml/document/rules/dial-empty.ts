import type { Rule } from '../rule.js';

export const dialEmpty: Rule<'dial-empty'> = {
  id: 'dial-empty',
  severity: 'warning',
  codes: [13223, 13224],
  text: '`<Dial>` has a number or a noun to call.',
  trips: '<Response><Dial timeout="20"/></Response>',
  passes: '<Response><Dial timeout="20">+14155550123</Dial></Response>',
  tags: ['Dial'],
  element({ text, children }) {
    return text === '' && children.length === 0 ? { message: '<Dial> has nobody to call; give it a number or a noun.' } : undefined;
  },
};
