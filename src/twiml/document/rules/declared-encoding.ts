import type { Rule } from '../rule.js';

/** Encodings in which a text of ASCII characters has the same bytes as in UTF-8. */
const LIKE_ASCII = /^(?:utf-?8|us-ascii|ascii|iso-?8859-\d+|windows-125\d|cp125\d|latin-?1)$/i;

export const declaredEncoding: Rule<'declared-encoding'> = {
  id: 'declared-encoding',
  severity: 'warning',
  codes: [12100],
  text: 'The XML declaration names the encoding that the document is sent in, which is UTF-8.',
  trips: '<?xml version="1.0" encoding="utf-16"?><Response/>',
  passes: '<?xml version="1.0" encoding="utf-8"?><Response/>',
  source({ xml, encoding }) {
    if (encoding === undefined || /^utf-?8$/i.test(encoding)) return undefined;
    const severity = LIKE_ASCII.test(encoding) ? 'info' : undefined;
    const message = `The XML declaration says ${encoding.slice(0, 40)}; send and declare UTF-8, or other characters than these letters are misread.`;
    return severity === 'info' && isAscii(xml) ? undefined : { message, severity, span: { start: 0, end: xml.indexOf('>') + 1 } };
  },
};

function isAscii(xml: string): boolean {
  return !/[^\0-\x7F]/.test(xml);
}
