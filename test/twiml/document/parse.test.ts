import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { TwimlError } from '../../../src/errors.js';
import { parseTwiml, positionOf } from '../../../src/twiml/document/index.js';
import { voiceResponse, writeTwiml } from '../../../src/twiml/index.js';
import type { TwimlNode } from '../../../src/twiml/node.js';
import { trees } from './trees.js';

describe('parseTwiml', () => {
  test('makes the tree that a builder makes', () => {
    const built = voiceResponse()
      .comment('The menu')
      .gather({ numDigits: 1, action: '/menu?a=1&b=2' }, (gather) => gather.say({ voice: 'man' }, 'Press <1> & wait').pause())
      .play({ digits: 'ww1' })
      .hangup();
    expect(parseTwiml(built.toString())).toEqual(built.node);
  });

  test('is the inverse of writeTwiml', () => {
    fc.assert(
      fc.property(trees(), (tree) => {
        expect(parseTwiml(writeTwiml(tree))).toEqual(tree);
      }),
    );
  });

  test('leaves nothing for a second reading to change', () => {
    fc.assert(
      fc.property(trees(), (tree) => {
        const xml = writeTwiml(tree);
        expect(writeTwiml(parseTwiml(xml))).toBe(xml);
      }),
    );
  });

  test('reads character data as text, joined with what is beside it', () => {
    expect(parseTwiml('<Say>a<![CDATA[ <b> & ]]>c</Say>').children).toEqual(['a <b> & c']);
  });

  test('reads references to characters, and the five entities', () => {
    expect(parseTwiml('<Say a="&#65;&#x1F600;&#10;">&lt;&gt;&amp;&quot;&apos;</Say>')).toEqual({
      tag: 'Say',
      attributes: { a: 'A\u{1F600}\n' },
      children: ['<>&"\''],
    });
  });

  test('keeps the comments inside the root, without the space around them, and leaves out others and processing instructions', () => {
    expect(parseTwiml('<!-- a --><Response><!-- b --><?c d?><!--  e--></Response><!-- f -->').children).toEqual([
      { comment: 'b' },
      { comment: ' e' },
    ]);
  });

  test('takes a byte order mark and any version 1 of XML', () => {
    expect(parseTwiml('\uFEFF<?xml version="1.1" standalone="no"?>\n<Response/>')).toEqual({
      tag: 'Response',
      attributes: {},
      children: [],
    });
  });

  test('makes LF of the line breaks in text, and a space of each in attributes, as XML wants it', () => {
    expect(parseTwiml('<Say a="1\r\n2\t3">a\r\nb\rc</Say>')).toEqual({ tag: 'Say', attributes: { a: '1 2 3' }, children: ['a\nb\nc'] });
  });

  test('has no names that mean more than others', () => {
    const { attributes, children } = parseTwiml('<Response __proto__="a" constructor="b"><__proto__/><constructor/></Response>');
    expect(Object.getPrototypeOf(attributes)).toBe(Object.prototype);
    expect(Object.entries(attributes)).toEqual([
      ['__proto__', 'a'],
      ['constructor', 'b'],
    ]);
    expect(children.map((child) => (child as TwimlNode).tag)).toEqual(['__proto__', 'constructor']);
    for (const name of ['constructor', 'toString', '__proto__']) expect(() => parseTwiml(`<a>&${name};</a>`)).toThrow(TwimlError);
  });

  test('makes a tree that a builder takes in', () => {
    const xml = voiceResponse().append(parseTwiml('<Response><Say>Hello</Say></Response>')).hangup().toXml({ declaration: false });
    expect(xml).toBe('<Response><Say>Hello</Say><Hangup/></Response>');
  });

  test('takes text only', () => {
    for (const value of [undefined, null, 5, {}]) expect(() => parseTwiml(value as unknown as string)).toThrow(TypeError);
  });
});

describe('What is no XML 1.0 is refused, at its line and column:', () => {
  const cases: readonly (readonly [what: string, xml: string, line: number, column: number, message: RegExp])[] = [
    ['nothing', '', 1, 1, /empty/],
    ['no element', '<!-- a -->', 1, 1, /No element/],
    ['a space before the declaration', '\n <?xml version="1.0"?><a/>', 2, 2, /not even a space/],
    ['a second declaration', '<a/>\n<?xml version="1.0"?>', 2, 1, /once, at the very beginning/],
    ['a declaration in capitals', '<?XML version="1.0"?><a/>', 1, 1, /declaration/],
    ['a declaration of version 2', '<?xml version="2.0"?><a/>', 1, 1, /declaration/],
    ['a document type', '<!-- <!DOCTYPE a> -->\n<!DOCTYPE a [<!ENTITY b "c">]>\n<a>&b;</a>', 2, 1, /document type/],
    ['an entity of HTML', '<a>\n caf&eacute;</a>', 2, 5, /&#233;/],
    ['an entity that nobody knows', '<a b="&c;"/>', 1, 7, /does not exist/],
    ['a bare ampersand', '<a>\n\n  a & b</a>', 3, 5, /bare & .*&amp;/],
    ['a bare ampersand in a URL, far from the next semicolon', '<a>?a=1&b=2</a>\n<!-- x; -->', 1, 8, /&amp;/],
    ['a bare ampersand behind a processing instruction with one', '<a><?b & c?>&</a>', 1, 13, /&amp;/],
    ['a reference to a surrogate', '<a>&#xD800;</a>', 1, 4, /stands for no character/],
    ['a bare less-than sign', '<a>\n1 < 2</a>', 2, 3, /&lt;/],
    ['a less-than sign in an attribute', '<a b="<"/>', 1, 7, /closing quote/],
    ['another closing tag', '<a>\n<b>\n</a>', 3, 1, /<\/b> is expected here/],
    ['a closing tag too many', '<a/></a>', 1, 5, /closes nothing/],
    ['an element that is not closed', '<a>\n <b>', 2, 2, /<b> is opened here and never closed/],
    ['a tag that is not closed', '<a>\n <b c="1"', 2, 2, /<b never ends/],
    ['a comment that is not closed', '<a>\n<!-- b', 2, 1, /<!-- and never ends/],
    ['character data that is not closed', '<a>\n <![CDATA[ b', 2, 2, /<!\[CDATA\[ and never ends/],
    ['a processing instruction that is not closed', '<a/>\n<?b', 2, 1, /<\? and never ends/],
    ['an attribute without a value', '<a b c="1"/>', 1, 4, /quotes/],
    ['an attribute without quotes', '<a b=1/>', 1, 4, /quotes/],
    ['an attribute twice', '<a>\n<b c="1" c="2"/></a>', 2, 1, /c twice/],
    ['attributes without a space between', '<a b="1"c="2"/>', 1, 9, /space is missing/],
    ['text behind the root', '<a/>\n\nb', 3, 1, /after the end|before the root/],
    ['a second root', '<a></a>\n<b/>', 2, 1, /one root/],
    ['the end of character data in text', '<a>]]></a>', 1, 4, /\]\]&gt;/],
    ['a comment with two hyphens', '<a><!-- b -- c --></a>', 1, 11, /--/],
    ['a control character', '<a>\n\u0001</a>', 2, 1, /U\+0001/],
    ['U+FFFE', '<a b="\uFFFE"/>', 1, 7, /U\+FFFE/],
    ['half a surrogate pair', '<a>\n\uD83D</a>', 2, 1, /U\+D83D/],
    ['the other half', '<a>\uDE00\uD83D</a>', 1, 4, /U\+DE00/],
  ];

  test.each(cases)('%s', (_, xml, line, column, message) => {
    expect(() => parseTwiml(xml)).toThrow(expect.objectContaining({ code: 'TWIML_MALFORMED', status: 400, line, column }));
    expect(() => parseTwiml(xml)).toThrow(message);
  });

  test('takes no more than a mebibyte', () => {
    const space = ' '.repeat(1_048_576 - '<Say></Say>'.length);
    expect(parseTwiml(`<Say>${space}</Say>`).children).toEqual([space]);
    expect(() => parseTwiml(`<Say>${space} </Say>`)).toThrow(/1 MiB/);
  });

  test('says no more of a document than a line', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 2000 }), (text) => {
        try {
          parseTwiml(`<Response>${text}`);
          expect.unreachable();
        } catch (error) {
          expect(error).toBeInstanceOf(TwimlError);
          expect((error as Error).message.length).toBeLessThan(300);
        }
      }),
    );
  });
});

describe('Documents that are made to be trouble', () => {
  const DEEP = 100_000;
  const MEBIBYTE = 1_048_000;
  const big: readonly (readonly [string, string])[] = [
    ['nested deeply', '<a>'.repeat(DEEP) + '</a>'.repeat(DEEP)],
    ['with very many siblings', `<a>${'<b/>'.repeat(MEBIBYTE / 4 - 10)}</a>`],
    ['with very many attributes', `<a ${Array.from({ length: 60_000 }, (_, index) => `b${index}=""`).join(' ')}/>`],
    ['with very many references', `<a>${'&amp;'.repeat(200_000)}</a>`],
    ['with very many pieces of character data', `<a>${'<![CDATA[b]]>'.repeat(80_000)}</a>`],
    ['with very many comments', `<a>${'<!---->'.repeat(140_000)}</a>`],
    ['with a very long text of brackets', `<a>${']]'.repeat(500_000)}</a>`],
  ];

  test.each(big)('%s are read', (_, xml) => {
    expect(writeTwiml(parseTwiml(xml)).length).toBeGreaterThan(80_000);
  });

  const broken: readonly (readonly [string, string])[] = [
    ['open tags', '<a>'.repeat(340_000)],
    ['ampersands', `<a>${'&'.repeat(MEBIBYTE)}</a>`],
    ['entities without an end', `<a>${'&a'.repeat(500_000)}</a>`],
    ['less-than signs', '<'.repeat(MEBIBYTE)],
    ['an attribute without an end', `<a b="${'c'.repeat(MEBIBYTE)}`],
    ['a comment without an end', `<a><!--${'-b'.repeat(500_000)}`],
    [
      'a bomb of entities',
      `<!DOCTYPE a [${Array.from({ length: 20_000 }, (_, index) => `<!ENTITY e${index + 1} "&e${index};&e${index};">`).join('')}]><a>&e20000;</a>`,
    ],
    ['space before the declaration', `${' '.repeat(MEBIBYTE)}<?xml version="1.0"?><a/>`],
  ];

  test.each(broken)('%s are refused', (_, xml) => {
    expect(() => parseTwiml(xml)).toThrow(TwimlError);
  });
});

describe('positionOf', () => {
  const xml =
    '<?xml version="1.0"?>\r\n<Response>\n  <Gather\n    action = "/a?b=&quot;"  numDigits=\'1\' >\n    <Say>😀 x</Say><Pause/>\n  </Gather>\n</Response>';
  const root = parseTwiml(xml);
  const gather = root.children[1] as TwimlNode;
  const [, say, pause] = gather.children as [string, TwimlNode, TwimlNode];
  const textOf = (node: TwimlNode, attribute?: string) => {
    const range = positionOf(node, attribute);
    return range && xml.slice(range.start.offset, range.end.offset);
  };

  test('tells where elements stand, from the opening tag to the closing one', () => {
    expect(positionOf(root)).toEqual({ start: { line: 2, column: 1, offset: 23 }, end: { line: 7, column: 12, offset: xml.length } });
    expect(positionOf(gather)?.start).toEqual({ line: 3, column: 3, offset: 36 });
    expect(textOf(say)).toBe('<Say>😀 x</Say>');
    expect(textOf(pause)).toBe('<Pause/>');
    expect(positionOf(pause)?.start).toMatchObject({ line: 5, column: 20 });
  });

  test('tells where attributes stand, with their values', () => {
    expect(textOf(gather, 'action')).toBe('action = "/a?b=&quot;"');
    expect(textOf(gather, 'numDigits')).toBe("numDigits='1'");
    expect(positionOf(gather, 'numDigits')).toEqual({
      start: { line: 4, column: 29, offset: 72 },
      end: { line: 4, column: 42, offset: 85 },
    });
    expect(positionOf(gather, 'method')).toBeUndefined();
  });

  test('knows nothing of nodes that were built', () => {
    expect(positionOf(voiceResponse().hangup().node)).toBeUndefined();
  });

  test('finds every element of any document again', () => {
    fc.assert(
      fc.property(trees(), (tree) => {
        const text = writeTwiml(tree);
        const open = [parseTwiml(text)];
        for (let node = open.pop(); node !== undefined; node = open.pop()) {
          const { start, end } = positionOf(node) as NonNullable<ReturnType<typeof positionOf>>;
          expect(writeTwiml(node, { declaration: false })).toBe(text.slice(start.offset, end.offset));
          open.push(...node.children.filter((child): child is TwimlNode => typeof child === 'object' && 'tag' in child));
        }
      }),
    );
  });
});

describe('A closing tag that does not fit is named, and pointed at, on one line as on several:', () => {
  test.each([
    ['<Response>', '<Gather>', '<Say>', 'x', '</Gather>', '</Say>', '</Response>'],
    ['<Response>', '<Say>', 'x', '</say>', '</Response>'],
    ['<Response>', '<Say>', 'x', '</Response>'],
    ['<Response>', '</Say>', '</Response>'],
    ['<Response>', '<Say>', 'x', '</Say>', '</Gather>', '</Response>'],
    ['<Response>', '<Say>', 'x', '</Say', '</Response>'],
  ])('%s%s%s%s…', (...parts) => {
    const faultOf = (xml: string) => {
      try {
        parseTwiml(xml);
      } catch (error) {
        if (error instanceof TwimlError) return error;
      }
      throw new Error(`${xml} was read`);
    };
    const tidy = faultOf(parts.join('\n'));
    const packed = faultOf(parts.join(''));
    const messageOf = ({ message }: TwimlError) => message.replace(/^Line \d+, column \d+: /, '');
    expect(messageOf(packed)).toBe(messageOf(tidy));
    const { line, column } = tidy;
    expect(packed.column).toBe(parts.slice(0, line - 1).join('').length + column);
    expect(messageOf(packed)).not.toContain('</>');
  });
});
