import type { Rule } from '../rule.js';

export const callerId: Rule<'caller-id'> = {
  id: 'caller-id',
  severity: 'warning',
  codes: [13214],
  text: 'A `callerId` is a phone number, a `client:` identity or, for `<Sip>`, a name without spaces.',
  trips: '<Response><Dial callerId="The Office">+14155550123</Dial></Response>',
  passes: '<Response><Dial callerId="+14155550100">+14155550123</Dial></Response>',
  tags: ['Dial'],
  element(element) {
    const value = element.attribute('callerId')?.trim();
    if (value === undefined || !/[A-Za-z]\s|\s[A-Za-z]/.test(value) || /[{}<>[\]$]/.test(value)) return undefined;
    return { message: `callerId of <Dial> takes a phone number or client:identity; found "${value.slice(0, 40)}".`, attribute: 'callerId' };
  },
};
