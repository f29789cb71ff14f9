import type { Rule } from '../rule.js';
import { isTemplate } from '../values/template.js';
import { hostOf } from '../values/url.js';

export const hostUnderscore: Rule<'host-underscore'> = {
  id: 'host-underscore',
  severity: 'warning',
  codes: [],
  text: 'The host of a callback has no underscores.',
  trips: '<Response><Dial action="https://my_app.example.com/done">+14155550123</Dial></Response>',
  passes: '<Response><Dial action="https://my-app.example.com/done">+14155550123</Dial></Response>',
  attribute({ name, value, kind }, element) {
    const host = kind?.type === 'url' && value.includes('_') ? hostOf(value) : undefined;
    // In capitals it is a name that stands for a host.
    if (host === undefined || !host.includes('_') || isTemplate(value) || /[A-Z]_[A-Z]/.test(host)) return undefined;
    return { message: `${name} of <${element.name}> has a host with an underscore, ${host.slice(0, 60)}; Twilio does not call it.` };
  },
};
