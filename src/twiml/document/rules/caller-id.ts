import type { LintElement } from '../lint-element.js';
import type { Rule } from '../rule.js';
import { isPlaceholder } from '../values/template.js';

export const callerId: Rule<'caller-id'> = {
  id: 'caller-id',
  severity: 'warning',
  codes: [13214, 13248],
  text: 'A `callerId` is a phone number, a `client:` identity where a client is called or, for `<Sip>`, a name without spaces.',
  trips: '<Response><Dial callerId="The Office">+14155550123</Dial></Response>',
  passes: '<Response><Dial callerId="+14155550100">+14155550123</Dial></Response>',
  tags: ['Dial'],
  element(dial) {
    const value = dial.attribute('callerId')?.trim();
    if (value === undefined || isPlaceholder(value)) return undefined;
    const attribute = 'callerId';
    const found = value.slice(0, 40);
    if (isTooLong(value)) return { message: 'callerId of <Dial> takes up to 15 digits; found more.', attribute, code: 13248 };
    const hasSpaces = /[A-Za-z]\s|\s[A-Za-z]/.test(value) && !/[{}<>[\]$]/.test(value);
    if (hasSpaces || (isName(value) && callsNumbers(dial)))
      return { message: `callerId of <Dial> takes a phone number or client:identity; found "${found}".`, attribute };
    if (!/^client:\S/i.test(value) || !callsNumbers(dial)) return undefined;
    return { message: `A phone number is called with a phone number as callerId; found "${found}".`, attribute, severity: 'info' };
  },
};

/** E.164 has 15 digits at most, which a number dialled from within a country has behind zeros. */
function isTooLong(value: string): boolean {
  const digits = value.replace(/[\s().-]/g, '');
  return /^\+?\d+$/.test(digits) && digits.replace(/^\+?0*/, '').length > 15;
}

/** A name has no digit, and is no address either. */
function isName(value: string): boolean {
  return /^[A-Za-z][A-Za-z_-]*$/.test(value) || /^\[object \w+\]$/.test(value);
}

/** Whether phone numbers are called and nothing else: other nouns take other callers. */
function callsNumbers({ children, text, isTemplated }: LintElement): boolean {
  if (children.length === 0) return /\d/.test(text) && !text.includes(':');
  return !isTemplated && children.every(({ name }) => name === 'Number');
}
