import type { Rule } from '../rule.js';

const MOST = 10;

const numbers = (count: number) => `<Response><Dial>${'<Number>+14155550123</Number>'.repeat(count)}</Dial></Response>`;

export const dialNounsMax: Rule<'dial-nouns-max'> = {
  id: 'dial-nouns-max',
  severity: 'error',
  codes: [],
  text: '`<Dial>` rings at most ten at once.',
  trips: numbers(11),
  passes: numbers(10),
  tags: ['Dial'],
  element(dial) {
    const count = dial.childrenOf('Number', 'Client', 'Sip', 'Sim', 'WhatsApp').length;
    return count > MOST && !dial.isTemplated ? { message: `<Dial> rings ${MOST} nouns at most; this one has ${count}.` } : undefined;
  },
};
