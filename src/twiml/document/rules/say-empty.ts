import type { Rule } from '../rule.js';

export const sayEmpty: Rule<'say-empty'> = {
  id: 'say-empty',
  severity: 'warning',
  codes: [13520],
  text: '`<Say>` has a text.',
  trips: '<Response><Say> </Say></Response>',
  passes: '<Response><Say>Hello</Say></Response>',
  tags: ['Say'],
  element({ text, children }) {
    return text === '' && children.length === 0 ? { message: '<Say> has nothing to say; give it a text, or use <Pause>.' } : undefined;
  },
};
