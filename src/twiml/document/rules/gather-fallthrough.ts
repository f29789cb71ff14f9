import { isTrue, verbsOf } from '../flow.js';
import type { Rule } from '../rule.js';

export const gatherFallthrough: Rule<'gather-fallthrough'> = {
  id: 'gather-fallthrough',
  severity: 'info',
  codes: [],
  text: 'A verb follows `<Gather>`, to run when nothing is entered; otherwise the call ends then.',
  trips: '<Response><Gather action="/menu"><Say>Press one</Say></Gather></Response>',
  passes: '<Response><Gather action="/menu"><Say>Press one</Say></Gather><Redirect>/again</Redirect></Response>',
  document(document) {
    const last = verbsOf(document).at(-1);
    if (last?.name !== 'Gather' || isTrue(last, 'actionOnEmptyResult')) return undefined;
    return { message: 'No verb follows <Gather>: when nothing is entered, the call ends without a word.', element: last };
  },
};
