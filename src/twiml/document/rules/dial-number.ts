import type { Finding, Rule } from '../rule.js';
import { checkPhone } from '../values/phone.js';
import { isPlaceholder } from '../values/template.js';

export const dialNumber: Rule<'dial-number'> = {
  id: 'dial-number',
  severity: 'warning',
  codes: [13223, 13224],
  text: 'What is dialled is a phone number: E.164 is safest, and formatted or US numbers work too. Clients and SIP addresses have nouns of their own.',
  trips: '<Response><Dial>the office</Dial></Response>',
  passes: '<Response><Dial>(415) 555-0123</Dial></Response>',
  tags: ['Dial', 'Number', 'WhatsApp'],
  element({ name, text, children }) {
    if (text === '' || isPlaceholder(text) || (name === 'Dial' && children.length > 0)) return undefined;
    const found = text.slice(0, 40);
    const scheme = /^([A-Za-z][\w+.-]{0,20}):\S/.exec(text)?.[1]?.toLowerCase();
    if (scheme !== undefined && scheme === 'whatsapp' && name === 'WhatsApp') return undefined;
    if (scheme !== undefined) return describeAddress(name, scheme, found);
    const misfit = checkPhone(text);
    if (misfit !== undefined) {
      const message = `<${name}> dials ${misfit.expected}; found "${found}".${describeNoun(text)}`;
      return { message, content: true, severity: misfit.severity };
    }
    if (!isNational(text)) return undefined;
    const message = `<${name}> dials a number in E.164, with + and its country; "${found}" begins with 0, and Twilio takes it for a US number.`;
    return { message, content: true, severity: 'info', code: 13224 };
  },
};

/** The noun for each kind of address. */
const NOUNS: Readonly<Record<string, string>> = {
  client: '<Client>, without client: before it',
  sip: '<Sip>',
  sips: '<Sip>',
  whatsapp: '<WhatsApp>',
};

function describeAddress(name: string, scheme: string, found: string): Finding {
  const noun = Object.hasOwn(NOUNS, scheme) ? NOUNS[scheme] : undefined;
  const advice = noun === undefined ? '' : ` Put it in ${noun}.`;
  // A tel: is a number with something before it; whether Twilio minds, no page says.
  const severity = scheme === 'tel' ? 'info' : undefined;
  return { message: `<${name}> dials a phone number; found "${found}".${advice}`, content: true, severity };
}

/** What else it may be that is no number. */
function describeNoun(text: string): string {
  if (/^[^\s@]{1,200}@[^\s@]+$/.test(text)) return ' A SIP address goes into <Sip>.';
  if (/^(?:undefined|null|NaN|None)$/.test(text)) return '';
  return /^[A-Za-z][\w.-]*$/.test(text) ? ' The identity of a client goes into <Client>.' : '';
}

/** Numbers are E.164, or US ones; 0 begins none of these, but for the 011 before a foreign number. */
function isNational(text: string): boolean {
  const digits = text.replace(/[\s().\u2010-\u2015/-]/g, '');
  return /^0(?!11)\d{6,}$/.test(digits);
}
