import type { Rule } from '../rule.js';

export const referNeedsSip: Rule<'refer-needs-sip'> = {
  id: 'refer-needs-sip',
  severity: 'error',
  codes: [13801],
  text: '`<Refer>` has a `<Sip>` with the URI to refer to.',
  trips: '<Response><Refer/></Response>',
  passes: '<Response><Refer><Sip>sip:kate@example.com</Sip></Refer></Response>',
  tags: ['Refer'],
  element(refer) {
    return refer.childrenOf('Sip').some(({ text }) => text !== '')
      ? undefined
      : { message: '<Refer> needs a <Sip> with the URI to refer the call to.' };
  },
};
