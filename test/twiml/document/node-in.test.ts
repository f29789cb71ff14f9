import { describe, expect, test } from 'vitest';
import { lintTwiml, twimlToCode } from '../../../src/twiml/document/index.js';
import { formatTwiml, twimlToObject } from '../../../src/twiml/format/index.js';
import { voiceResponse } from '../../../src/twiml/index.js';

const readers: readonly (readonly [name: string, read: (source: never) => unknown])[] = [
  ['lintTwiml', lintTwiml],
  ['twimlToCode', twimlToCode],
  ['formatTwiml', formatTwiml],
  ['twimlToObject', twimlToObject],
];

describe.each(readers)('%s', (_, read) => {
  test.each([
    ['nothing', undefined, 'got nothing'],
    ['null', null, 'got null'],
    ['a number', 5, 'got the number 5'],
    ['the bytes of a file', new TextEncoder().encode('<Response/>'), 'got bytes, which are to be decoded first'],
    ['a promise of text', Promise.resolve('<Response/>'), 'got a promise'],
    ['the answer of a server', new Response('<Response/>'), 'got an object'],
    ['a node without children', { tag: 'Response', attributes: {} }, 'got an object'],
    ['a node whose name is no text', { tag: 5, attributes: {}, children: [] }, 'got an object'],
    ['a holder of nothing', { node: null }, 'got an object'],
  ])('refuses %s, and says what it takes', (_, source, got) => {
    expect(() => read(source as never)).toThrow(
      new TypeError(`A document is text, a node { tag, attributes: { … }, children: [ … ] } or a builder, ${got}`),
    );
  });

  test('takes a text, a node and a builder alike', () => {
    const builder = voiceResponse().say('Hello').hangup();
    const [text, node, held] = [builder.toString(), builder.node, builder].map((source) => JSON.stringify(read(source as never)));
    expect(node).toBe(text);
    expect(held).toBe(text);
  });
});
