import { reportMisplaced } from '../nesting.js';
import type { Rule } from '../rule.js';

export const messageChildren: Rule<'message-children'> = {
  id: 'message-children',
  severity: 'warning',
  codes: [12200],
  text: 'In `<Message>` stand text, `<Body>` and `<Media>`.',
  trips: '<Response><Message>Hello <Say>there</Say></Message></Response>',
  passes: '<Response><Message><Body>Hello there</Body></Message></Response>',
  misplaced: (element) => reportMisplaced(element, 'Message'),
};
