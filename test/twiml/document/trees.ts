import fc from 'fast-check';
import type { TwimlChild, TwimlNode } from '../../../src/twiml/node.js';

/** Characters that XML can carry in text, the troublesome ones often. */
const text = fc
  .array(
    fc.oneof(
      fc.constantFrom(...'<>&"\'\t\n ]-;#x', '\r', '\r\n', '\u0085', '\u2028', '😀', 'é', ']]>', '&amp;', '{{a}}'),
      fc.string({ unit: 'grapheme', maxLength: 5 }),
    ),
    {
      maxLength: 6,
    },
  )
  .map((parts) => parts.join('').replace(/[\0-\x08\x0B\x0C\x0E-\x1F\uFFFE\uFFFF]|\p{Cs}/gu, ''));

/** What a comment can hold: no two hyphens, none at its end, and no line break but LF. */
const comment = text.map((value) => value.replace(/\r\n?/g, '\n').replace(/-+/g, '-'));

const name = fc.constantFrom(
  'Response',
  'Say',
  'Gather',
  'Dial',
  'Number',
  'break',
  'say-as',
  'amazon:effect',
  'Foo',
  '_',
  'é',
  'constructor',
  '__proto__',
);
const attributeName = fc.constantFrom('action', 'voice', 'xml:lang', 'interpret-as', 'url', 'x', '__proto__', 'toString', 'ä');

/** Trees as a reader makes them: no empty text, and no text beside text. */
export function trees(): fc.Arbitrary<TwimlNode> {
  return fc.letrec<{ node: TwimlNode; child: TwimlChild }>((tie) => ({
    node: fc
      .record({
        tag: name,
        attributes: fc.uniqueArray(fc.tuple(attributeName, text), { maxLength: 3, selector: ([key]) => key }),
        children: fc.array(tie('child'), { maxLength: 4, depthIdentifier: 'tree' }),
      })
      .map(({ tag, attributes, children }) => ({ tag, attributes: Object.fromEntries(attributes), children: children.filter(isNew) })),
    child: fc.oneof(
      { depthIdentifier: 'tree', maxDepth: 4 },
      text,
      comment.map((value) => ({ comment: value })),
      tie('node'),
    ),
  })).node;
}

function isNew(child: TwimlChild, index: number, all: readonly TwimlChild[]): boolean {
  return typeof child !== 'string' || (child !== '' && (index === 0 || typeof all[index - 1] !== 'string'));
}
