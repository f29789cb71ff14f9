import type { Rule } from '../rule.js';
import { isPlaceholder } from '../values/template.js';

const LONGEST = 256;

export const clientIdentity: Rule<'client-identity'> = {
  id: 'client-identity',
  severity: 'warning',
  codes: [],
  text: 'The identity of a client has up to 256 characters, without spaces or control characters, and without `client:` before it.',
  trips: '<Response><Dial><Client>kate miller</Client></Dial></Response>',
  passes: '<Response><Dial><Client>kate.miller</Client></Dial></Response>',
  tags: ['Client', 'Identity'],
  element({ name, text }) {
    if (isPlaceholder(text)) return undefined;
    if (text.length > LONGEST)
      return { message: `An identity has up to ${LONGEST} characters; this one has ${text.length}.`, content: true };
    if (/^client:/i.test(text))
      return {
        message: `<${name}> holds the identity alone; leave client: out, which Twilio adds itself.`,
        content: true,
        repair: { content: text.slice(7) },
      };
    if (/^sips?:\S+@/i.test(text))
      return { message: `<${name}> calls an app of yours by its identity; a SIP address goes into <Sip>.`, content: true };
    if (/^\+\d{7,15}$/.test(text))
      return {
        message: `<${name}> calls an app of yours by its identity; a phone number goes into <Number>.`,
        content: true,
        severity: 'info',
      };
    if (!/[\s\u0000-\u001F\u007F]/.test(text)) return undefined;
    return { message: `An identity has no spaces; <${name}> has "${text.slice(0, 40)}".`, content: true };
  },
};
