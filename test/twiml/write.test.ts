import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type TwimlChild, type TwimlNode, writeTwiml } from '../../src/twiml/index.js';

const element = (tag: string, attributes: Record<string, string> = {}, ...children: TwimlChild[]): TwimlNode => ({
  tag,
  attributes,
  children,
});

const write = (node: unknown): string => writeTwiml(node as TwimlNode, { declaration: false });

describe('A written document', () => {
  test('begins with its declaration and ends without a line break', () => {
    expect(writeTwiml(element('Response'))).toBe('<?xml version="1.0" encoding="UTF-8"?><Response/>');
  });

  test('leaves the declaration out on demand', () => {
    expect(writeTwiml(element('Response'), { declaration: false })).toBe('<Response/>');
    expect(writeTwiml(element('Response'), {})).toMatch(/^<\?xml/);
    expect(writeTwiml(element('Response'), { declaration: true })).toMatch(/^<\?xml/);
  });

  test('holds text, comments and elements in order', () => {
    expect(write(element('A', { b: 'c', a: '' }, 'x', { comment: 'y' }, element('B', {}, 'z'), 'w'))).toBe(
      '<A b="c" a="">x<!-- y --><B>z</B>w</A>',
    );
  });

  test('closes an element in its tag when nothing stands inside', () => {
    expect(write(element('A', {}, '', ''))).toBe('<A/>');
    expect(write(element('A', {}, { comment: '' }))).toBe('<A><!--  --></A>');
    expect(write(element('A', {}, '', element('B'), ''))).toBe('<A><B/></A>');
  });

  test('may be frozen data without prototypes', () => {
    const attributes = Object.freeze(Object.assign(Object.create(null), { a: '1' }));
    expect(write(Object.freeze({ tag: 'A', attributes, children: Object.freeze([]) }))).toBe('<A a="1"/>');
  });

  test('has the attributes of the object itself, not those of its prototype', () => {
    expect(write(element('A', Object.create({ a: '1' })))).toBe('<A/>');
    expect(write(element('A', JSON.parse('{"__proto__": "x"}')))).toBe('<A __proto__="x"/>');
  });

  test('may have names in any script, and in planes beyond the first', () => {
    expect(write(element('größe', { 'ns:名': '1', '\u{20000}': '2' }))).toBe('<größe ns:名="1" \u{20000}="2"/>');
  });
});

describe('Characters', () => {
  test.each([
    ['&', '&amp;'],
    ['<', '&lt;'],
    ['>', '&gt;'],
    ['"', '"'],
    ["'", "'"],
    ['\r', '&#xD;'],
    ['\n', '\n'],
    ['\t', '\t'],
    ['\u00A0é你\u{1F600}\u007F\u0085\u2028', '\u00A0é你\u{1F600}\u007F\u0085\u2028'],
    [']]>', ']]&gt;'],
    ['&amp;', '&amp;amp;'],
    ['a<b>c & d', 'a&lt;b&gt;c &amp; d'],
  ])('%j in text is written %j', (text, written) => {
    expect(write(element('A', {}, text))).toBe(`<A>${written}</A>`);
  });

  test.each([
    ['&', '&amp;'],
    ['<', '&lt;'],
    ['>', '>'],
    ['"', '&quot;'],
    ["'", "'"],
    ['\r', '&#xD;'],
    ['\n', '&#xA;'],
    ['\t', '&#x9;'],
    ['\u00A0é你\u{1F600}', '\u00A0é你\u{1F600}'],
    ['/menu?a=1&b="2"', '/menu?a=1&amp;b=&quot;2&quot;'],
  ])('%j in an attribute is written %j', (text, written) => {
    expect(write(element('A', { a: text }))).toBe(`<A a="${written}"/>`);
  });

  test('that XML 1.0 cannot carry become U+FFFD in text, attributes and comments', () => {
    const controls = Array.from({ length: 32 }, (_, code) => String.fromCharCode(code)).filter((text) => !'\t\n\r'.includes(text));
    const halves = ['\uD800', '\uDBFF', '\uDC00', '\uDFFF'];
    for (const text of [...controls, ...halves, '\uFFFE', '\uFFFF']) {
      expect(write(element('A', { a: `x${text}y` }, `x${text}y`, { comment: `x${text}y` }))).toBe(
        '<A a="x\uFFFDy">x\uFFFDy<!-- x\uFFFDy --></A>',
      );
    }
  });

  test('in halves that do not belong together become two U+FFFD', () => {
    expect(write(element('A', {}, '\uDE00\uD83D', '\uD83D\uD83D\uDE00\uDE00'))).toBe('<A>\uFFFD\uFFFD\uFFFD\u{1F600}\uFFFD</A>');
  });

  test('never leave the place they stand in', () => {
    const text = fc.string({ unit: 'binary' });
    fc.assert(
      fc.property(text, text, text, (value, content, comment) => {
        const xml = write(element('A', { a: value }, content, { comment }));
        expect(xml).toMatch(/^<A a="[^"<&]*(?:&[^;]+;[^"<&]*)*">[^<>]*<!-- [\s\S]* --><\/A>$/);
        expect(xml).not.toMatch(/\p{Cs}/u);
      }),
    );
  });
});

describe('A tree', () => {
  test('may be 100,000 levels deep', () => {
    let node = element('A', {}, 'x');
    for (let level = 1; level < 100_000; level += 1) node = element('A', {}, node);
    expect(write(node)).toBe(`${'<A>'.repeat(100_000)}x${'</A>'.repeat(100_000)}`);
  });

  test('may hold one node in several places', () => {
    const shared = element('B', {}, 'x');
    expect(write(element('A', {}, shared, element('C', {}, shared), shared))).toBe('<A><B>x</B><C><B>x</B></C><B>x</B></A>');
  });

  test('cannot contain itself, at any distance and wherever in it the circle begins', () => {
    fc.assert(
      fc.property(fc.nat(30), fc.nat(30), (before, around) => {
        const start = element('A', {}, 'text', element('Leaf'));
        let last = start;
        for (let step = 0; step < around; step += 1) {
          const next = element('A');
          last.children.push(element('Leaf'), next);
          last = next;
        }
        last.children.push({ comment: 'round' }, start);
        let root = start;
        for (let step = 0; step < before; step += 1) root = element('A', {}, 'before', root, 'after');
        expect(() => write(root)).toThrow(new TypeError('<A> contains itself'));
      }),
    );
  });
});

describe('What is no node', () => {
  test.each<[string, unknown, string]>([
    ['nothing', undefined, 'A node is { tag, attributes: { … }, children: [ … ] }, got nothing'],
    ['null', null, 'A node is { tag, attributes: { … }, children: [ … ] }, got null'],
    ['text', '<Response/>', 'A node is { tag, attributes: { … }, children: [ … ] }, got a string'],
    ['an empty object', {}, 'A node is { tag, attributes: { … }, children: [ … ] }, got an object'],
    [
      'a node whose attributes are null',
      { tag: 'A', attributes: null, children: [] },
      'A node is { tag, attributes: { … }, children: [ … ] }, got an object',
    ],
    [
      'a node whose children are text',
      { tag: 'A', attributes: {}, children: 'x' },
      'A node is { tag, attributes: { … }, children: [ … ] }, got an object',
    ],
    ['a node without a tag', { attributes: {}, children: [] }, 'The name of an element is an XML name, got nothing'],
    ['a tag with a space', element('a b'), 'The name of an element is an XML name, got "a b"'],
    ['an attribute with a quote', element('A', { 'a"': '' }), 'The name of an attribute is an XML name, got "a\\""'],
    ['an attribute that is a number', element('A', { a: 1 as never }), 'The attributes of a node are text, got the number 1 as a of <A>'],
    [
      'an attribute that is undefined',
      element('A', { a: undefined as never }),
      'The attributes of a node are text, got nothing as a of <A>',
    ],
    ['a child that is a number', element('A', {}, 1 as never), 'A child of a node is text, a node or { comment }, got the number 1'],
    ['a child that is null', element('A', {}, null as never), 'A child of a node is text, a node or { comment }, got null'],
    ['a child that is undefined', element('A', {}, undefined as never), 'A child of a node is text, a node or { comment }, got nothing'],
    [
      'a gap among the children',
      { tag: 'A', attributes: {}, children: Array(1) },
      'A child of a node is text, a node or { comment }, got nothing',
    ],
    [
      'a comment that is a number',
      element('A', {}, { comment: 1 as never }),
      'A child of a node is text, a node or { comment }, got an object',
    ],
  ])('is refused: %s', (_, node, message) => {
    expect(() => write(node)).toThrow(new TypeError(message));
  });

  test('is refused however often it comes, and however many names came before', () => {
    for (let count = 0; count < 1100; count += 1)
      expect(write(element(`a${count}`, { [`b${count}`]: '' }))).toBe(`<a${count} b${count}=""/>`);
    expect(write(element('late', { later: '' }))).toBe('<late later=""/>');
    for (let count = 0; count < 2; count += 1) expect(() => write(element('a b'))).toThrow(TypeError);
  });
});
