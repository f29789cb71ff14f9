import type { Rule } from '../rule.js';
import { valuesOf } from '../values/enumeration.js';

export const booleanLowercase: Rule<'boolean-lowercase'> = {
  id: 'boolean-lowercase',
  severity: 'info',
  codes: [],
  text: '`true` and `false` are written in small letters.',
  trips: '<Response><Record playBeep="False" action="/done"/></Response>',
  passes: '<Response><Record playBeep="false" action="/done"/></Response>',
  attribute({ name, value, kind }, element) {
    const text = value.trim();
    const small = text.toLowerCase();
    if (kind === undefined || text === small || (small !== 'true' && small !== 'false') || !valuesOf(kind).includes(small))
      return undefined;
    return { message: `${name} of <${element.name}> takes "${small}"; found "${text}".`, repair: { value: small } };
  },
};
