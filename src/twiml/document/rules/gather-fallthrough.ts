import { isTrue } from '../flow.js';
import type { Rule } from '../rule.js';

export const gatherFallthrough: Rule<'gather-fallthrough'> = {
  id: 'gather-fallthrough',
  severity: 'info',
  codes: [],
  text: 'A verb follows `<Gather>`, to run when nothing is entered; otherwise the call ends then.',
  trips: '<Response><Gather action="/menu"><Say>Press one</Say></Gather></Response>',
  passes: '<Response><Gather action="/menu"><Say>Press one</Say></Gather><Redirect>/again</Redirect></Response>',
  tags: ['Gather'],
  element(gather, { verbs, root }) {
    if (verbs.at(-1) !== gather || root.isTemplated || isTrue(gather, 'actionOnEmptyResult')) return undefined;
    return { message: 'No verb follows <Gather>: when nothing is entered, the call ends without a word.' };
  },
};
