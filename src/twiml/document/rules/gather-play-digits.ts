import type { Rule } from '../rule.js';

export const gatherPlayDigits: Rule<'gather-play-digits'> = {
  id: 'gather-play-digits',
  severity: 'warning',
  codes: [],
  text: '`<Play>` in `<Gather>` plays a file, not digits.',
  trips: '<Response><Gather action="/menu"><Play digits="1w2"/></Gather><Hangup/></Response>',
  passes: '<Response><Gather action="/menu"><Play>/menu.mp3</Play></Gather><Hangup/></Response>',
  tags: ['Play'],
  element(play) {
    if (play.parent?.name !== 'Gather' || play.attribute('digits') === undefined) return undefined;
    return { message: '<Play> in <Gather> takes the URL of a file; digits are not allowed there.', attribute: 'digits' };
  },
};
