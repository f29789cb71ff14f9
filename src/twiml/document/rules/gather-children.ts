import { reportMisplaced } from '../nesting.js';
import type { Rule } from '../rule.js';

export const gatherChildren: Rule<'gather-children'> = {
  id: 'gather-children',
  severity: 'warning',
  codes: [13320],
  text: 'In `<Gather>` stand `<Say>`, `<Play>` and `<Pause>`.',
  trips: '<Response><Gather action="/menu"><Dial>+14155550123</Dial></Gather><Hangup/></Response>',
  passes: '<Response><Gather action="/menu"><Say>Press one</Say></Gather><Hangup/></Response>',
  misplaced: (element) => reportMisplaced(element, 'Gather'),
};
