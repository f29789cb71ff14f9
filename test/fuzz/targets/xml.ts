import { isDeepStrictEqual } from 'node:util';
import { TwimlError } from '../../../src/errors.js';
import { lintTwiml, parseTwiml, twimlToCode } from '../../../src/twiml/document/index.js';
import { formatTwiml, twimlToJson } from '../../../src/twiml/format/index.js';
import type { TwimlNode } from '../../../src/twiml/node.js';
import { writeTwiml } from '../../../src/twiml/write.js';
import { trees } from '../../twiml/document/trees.js';
import { hold, type Target } from '../target.js';

function parse(text: string): TwimlNode | undefined {
  try {
    return parseTwiml(text);
  } catch (error) {
    hold(error instanceof TwimlError, `parseTwiml() threw ${String(error)}`);
    return undefined;
  }
}

/** Does something that may refuse a document, but by the package's own error alone. */
function mayRefuse(work: () => unknown): void {
  try {
    work();
  } catch (error) {
    hold(error instanceof TwimlError, `It was refused by ${String(error)}`);
  }
}

export const xml: Target = {
  name: 'xml',
  tokens: [
    '<Response>',
    '</Response>',
    '<Say>',
    '<Gather action="/a">',
    '</Gather>',
    '<Dial>',
    '<![CDATA[',
    ']]>',
    '<!--',
    '-->',
    '<?xml version="1.0"?>',
    '<!DOCTYPE a [<!ENTITY b "c">]>',
    '&amp;',
    '&#x1F600;',
    '&#0;',
    '&b;',
    '<',
    '>',
    '/>',
    ' a="1"',
    "='",
    '"',
    'xmlns:a="b"',
    '<a:b/>',
    '__proto__',
    'url="',
    'numDigits="',
    '\uFEFF',
    '{{a}}',
    '\u0000',
  ],
  inputs: trees().map((tree) => writeTwiml(tree)),
  limitMs: 2_500,
  check(input) {
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(input);
    const node = parse(text);
    const diagnostics = lintTwiml(text);
    for (const { range, fix } of diagnostics) {
      if (range === undefined) continue;
      const { start, end } = range;
      hold(start.offset >= 0 && start.offset <= end.offset && end.offset <= text.length, 'A diagnostic stands outside of the text');
      if (fix !== undefined) lintTwiml(text.slice(0, fix.range.start.offset) + fix.text + text.slice(fix.range.end.offset));
    }
    const rules = [...new Set(diagnostics.map(({ rule }) => rule))].sort().slice(0, 4).join();
    if (node === undefined) {
      hold(
        diagnostics.some(({ severity }) => severity === 'error'),
        'What cannot be read is no error of the linter',
      );
      return `refused ${rules}`;
    }
    hold(isDeepStrictEqual(parse(writeTwiml(node)), node), 'Written and read again it is another');
    const formatted = formatTwiml(node);
    hold(formatTwiml(formatted) === formatted, 'Formatted twice it is another');
    mayRefuse(() => twimlToJson(node));
    mayRefuse(() => twimlToCode(node));
    return `read ${rules}`;
  },
};
