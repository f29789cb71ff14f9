import type { Finding, Rule } from '../rule.js';
import { isPlaceholder } from '../values/template.js';

const LONGEST = 254;
const LONGEST_HEADERS = 1023;
const URI = /^sips?:[^\s@<>?]+(?:@[^\s@<>?]+)?$/i;
const HEADER = /^(?:x-[^\s=]+|user-to-user|remote-party-id|p-preferred-identity|p-called-party-id)$/i;

export const sipUri: Rule<'sip-uri'> = {
  id: 'sip-uri',
  severity: 'warning',
  codes: [13243, 13252, 21227],
  text: 'A SIP URI begins with `sip:`, has up to 254 characters, and after `?` up to 1023 characters of headers, whose names begin with `x-`.',
  trips: '<Response><Dial><Sip>kate</Sip></Dial></Response>',
  passes: '<Response><Dial><Sip>sip:kate@example.com?x-account=7</Sip></Dial></Response>',
  tags: ['Sip', 'Uri'],
  element({ name, text }) {
    if (text === '' || isPlaceholder(text)) return undefined;
    const [uri = '', ...rest] = text.split('?');
    const found = text.slice(0, 60);
    if (!URI.test(uri)) {
      const near = URI.test(`sip:${uri}`) && uri.includes('@');
      // Twilio's own examples leave sip: out here and there.
      const severity = near ? 'info' : undefined;
      const repair = near ? { content: `sip:${text}` } : undefined;
      return { message: `<${name}> takes a SIP URI such as sip:kate@example.com; found "${found}".`, content: true, repair, severity };
    }
    if (uri.length > LONGEST) return { message: `A SIP URI has up to ${LONGEST} characters; this one has ${uri.length}.`, content: true };
    return checkHeaders(rest.join('?'));
  },
};

function checkHeaders(headers: string): Finding | undefined {
  if (headers.length > LONGEST_HEADERS)
    return {
      message: `The headers of a SIP URI have up to ${LONGEST_HEADERS} characters; these have ${headers.length}.`,
      content: true,
      code: 21227,
    };
  const names = headers === '' ? [] : headers.split('&').map((header) => header.split('=', 1)[0] ?? '');
  const wrong = names.find((name) => name !== '' && !HEADER.test(name) && !isPlaceholder(name));
  if (wrong === undefined) return undefined;
  // Twilio's older examples have words of their own there; a capital letter is the mark of a header of SIP's.
  const severity = /^[a-z]/.test(wrong) ? 'info' : undefined;
  const message = `Headers of your own in a SIP URI begin with x-; found ${wrong.slice(0, 40)}. Twilio ignores it.`;
  return { message, content: true, code: 13252, severity };
}
