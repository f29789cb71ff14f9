import { reportMisplaced } from '../nesting.js';
import type { Rule } from '../rule.js';

export const promptChildren: Rule<'prompt-children'> = {
  id: 'prompt-children',
  severity: 'warning',
  codes: [12200],
  text: 'In `<Prompt>` stand `<Say>`, `<Play>` and `<Pause>`.',
  trips: '<Response><Pay action="/paid"><Prompt for="security-code"><Hangup/></Prompt></Pay></Response>',
  passes: '<Response><Pay action="/paid"><Prompt for="security-code"><Say>Your security code, please</Say></Prompt></Pay></Response>',
  misplaced: (element) => reportMisplaced(element, 'Prompt'),
};
