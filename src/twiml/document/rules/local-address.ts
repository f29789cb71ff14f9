import type { Finding, Rule } from '../rule.js';
import { hostOf } from '../values/url.js';

export const localAddress: Rule<'local-address'> = {
  id: 'local-address',
  severity: 'info',
  codes: [11205],
  text: 'Twilio reaches the URLs of a document: their hosts are not `localhost`, nor an address of a private network.',
  trips: '<Response><Redirect>http://localhost:3000/next</Redirect></Response>',
  passes: '<Response><Redirect>https://example.com/next</Redirect></Response>',
  tags: ['Redirect', 'Play', 'Media'],
  element({ name, text }) {
    const host = findLocal(text);
    return host === undefined ? undefined : { ...describe(`<${name}>`, host), content: true };
  },
  attribute({ known, value, kind }, { name }) {
    const host = kind?.type === 'url' ? findLocal(value) : undefined;
    return host === undefined ? undefined : describe(`${known} of <${name}>`, host);
  },
};

/** Networks that are nobody's on the internet: RFC 1918, RFC 6890, RFC 4193, and the names of RFC 6761. */
const LOCAL =
  /^(?:(?:.*\.)?(?:localhost|local|internal|lan|home\.arpa)|(?:0|10|127)\.[\d.]+|169\.254\.[\d.]+|172\.(?:1[6-9]|2\d|3[01])\.[\d.]+|192\.168\.[\d.]+|\[(?:::1?|f[cd][\da-f]{2}:.*|fe[89ab][\da-f]:.*)\])$/i;

function findLocal(url: string): string | undefined {
  const host = url.length > 2000 ? undefined : hostOf(url);
  return host !== undefined && LOCAL.test(host) ? host : undefined;
}

function describe(where: string, host: string): Finding {
  return { message: `${where} is at ${host.slice(0, 60)}, which Twilio cannot reach. Use the address of a tunnel while you develop.` };
}
