import type { Rule } from '../rule.js';

export const dialConferenceAlone: Rule<'dial-conference-alone'> = {
  id: 'dial-conference-alone',
  severity: 'warning',
  codes: [13000],
  text: '`<Conference>` stands once and alone in `<Dial>`.',
  trips: '<Response><Dial><Number>+14155550123</Number><Conference>Room</Conference></Dial></Response>',
  passes: '<Response><Dial><Conference>Room</Conference></Dial></Response>',
  tags: ['Dial'],
  element(dial) {
    const conference = dial.childrenOf('Conference')[0];
    if (conference === undefined || dial.children.length === 1 || dial.isTemplated) return undefined;
    return { message: '<Conference> stands once and alone in <Dial>; found other nouns beside it.', element: conference };
  },
};
