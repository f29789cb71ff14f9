import type { Rule } from '../rule.js';
import { checkPhone } from '../values/phone.js';

export const dialNumber: Rule<'dial-number'> = {
  id: 'dial-number',
  severity: 'warning',
  codes: [13223],
  text: 'What is dialled is a phone number: E.164 is safest, and formatted or national ones work too.',
  trips: '<Response><Dial>the office</Dial></Response>',
  passes: '<Response><Dial>(415) 555-0123</Dial></Response>',
  tags: ['Dial', 'Number', 'WhatsApp'],
  element({ name, text }) {
    const misfit = text === '' ? undefined : checkPhone(text);
    if (misfit === undefined) return undefined;
    return { message: `<${name}> dials ${misfit.expected}; found "${text.slice(0, 40)}".`, content: true, severity: misfit.severity };
  },
};
