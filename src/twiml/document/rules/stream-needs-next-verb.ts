import type { Rule } from '../rule.js';

export const streamNeedsNextVerb: Rule<'stream-needs-next-verb'> = {
  id: 'stream-needs-next-verb',
  severity: 'info',
  codes: [],
  text: 'A verb follows `<Start>`, which does not wait: otherwise the call ends.',
  trips: '<Response><Start><Stream url="wss://example.com/s"/></Start></Response>',
  passes: '<Response><Start><Stream url="wss://example.com/s"/></Start><Dial>+14155550123</Dial></Response>',
  tags: ['Start'],
  element(start, { verbs, root }) {
    return verbs.at(-1) === start && !root.isTemplated
      ? { message: 'No verb follows <Start>, which does not wait: the call ends at once.' }
      : undefined;
  },
};
