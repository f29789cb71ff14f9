import type { Rule } from '../rule.js';

export const callerId: Rule<'caller-id'> = {
  id: 'caller-id',
  severity: 'warning',
  codes: [13214, 13248],
  text: 'A `callerId` is a phone number, a `client:` identity or, for `<Sip>`, a name without spaces.',
  trips: '<Response><Dial callerId="The Office">+14155550123</Dial></Response>',
  passes: '<Response><Dial callerId="+14155550100">+14155550123</Dial></Response>',
  tags: ['Dial'],
  element(element) {
    const value = element.attribute('callerId')?.trim();
    if (value === undefined) return undefined;
    if (isTooLong(value)) return { message: 'callerId of <Dial> takes up to 15 digits; found more.', attribute: 'callerId', code: 13248 };
    if (!/[A-Za-z]\s|\s[A-Za-z]/.test(value) || /[{}<>[\]$]/.test(value)) return undefined;
    return { message: `callerId of <Dial> takes a phone number or client:identity; found "${value.slice(0, 40)}".`, attribute: 'callerId' };
  },
};

/** E.164 has 15 digits at most, which a number dialled from within a country has behind zeros. */
function isTooLong(callerId: string): boolean {
  const digits = callerId.replace(/[\s().-]/g, '');
  return /^\+?\d+$/.test(digits) && digits.replace(/^\+?0*/, '').length > 15;
}
