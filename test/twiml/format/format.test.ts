import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { create } from 'xmlbuilder2';
import { TwimlError } from '../../../src/errors.js';
import { parseTwiml } from '../../../src/twiml/document/index.js';
import { formatTwiml, twimlToJson, twimlToObject } from '../../../src/twiml/format/index.js';
import { voiceResponse, writeTwiml } from '../../../src/twiml/index.js';
import type { TwimlNode } from '../../../src/twiml/node.js';
import { trees } from '../document/trees.js';
import { validDocuments } from '../document/valid-documents.js';

describe('formatTwiml', () => {
  test('gives each element a line, and leaves text as it is', () => {
    const xml = `<?xml version="1.0"?><Response><!-- Menu --><Gather action="/a?b=1&amp;c=2">
      <Say>Hello <break time="1s"/> there</Say> <Pause/></Gather><Message>one
two </Message><Say><p>a</p> <p>b</p></Say><Hangup></Hangup></Response>`;
    expect(formatTwiml(xml)).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<Response>
  <!-- Menu -->
  <Gather action="/a?b=1&amp;c=2">
    <Say>Hello <break time="1s"/> there</Say>
    <Pause/>
  </Gather>
  <Message>one
two </Message>
  <Say><p>a</p> <p>b</p></Say>
  <Hangup/>
</Response>`);
  });

  test('indents as it is told', () => {
    const xml = '<Response><Dial><Number>+14155550123</Number></Dial></Response>';
    expect(formatTwiml(xml, { indent: '\t', declaration: false })).toBe(
      '<Response>\n\t<Dial>\n\t\t<Number>+14155550123</Number>\n\t</Dial>\n</Response>',
    );
    expect(formatTwiml(xml, { indent: 4, declaration: false })).toContain('\n    <Dial>\n        <Number>');
    expect(formatTwiml('<Response><Gather numDigits="1" action="/menu"/></Response>', { width: 30 })).toContain('\n    action="/menu"');
  });

  test('takes nodes and builders', () => {
    const document = voiceResponse().say('Hello');
    expect(formatTwiml(document)).toBe(formatTwiml(document.toString()));
    expect(formatTwiml(document.node)).toBe(formatTwiml(document.toString()));
  });

  test('changes nothing but the white space between elements', () => {
    for (const [, xml] of validDocuments) expect(withoutSpace(parseTwiml(formatTwiml(xml)))).toEqual(withoutSpace(parseTwiml(xml)));
    fc.assert(
      fc.property(trees(), (tree) => {
        expect(withoutSpace(parseTwiml(formatTwiml(tree)))).toEqual(withoutSpace(tree));
      }),
    );
  });

  test('finds nothing to do the second time', () => {
    for (const [, xml] of validDocuments) expect(formatTwiml(formatTwiml(xml))).toBe(formatTwiml(xml));
  });

  test('prints what is too deep for indentation as it is written', () => {
    const deep = `${'<a>'.repeat(100_000)}${'</a>'.repeat(100_000)}`;
    expect(formatTwiml(deep)).toBe(writeTwiml(parseTwiml(deep)));
  });

  test.each([{}, { indent: '\t' }, { width: 60 }, { indent: 4, width: 40, declaration: false }])(
    'lays out as xmlbuilder2 does, which knows nothing of spoken text, with %j',
    (options) => {
      const plain = validDocuments.map(([, xml]) => xml).filter((xml) => !xml.includes('&') && !isMixed(parseTwiml(xml)));
      expect(plain.length).toBeGreaterThan(30);
      for (const xml of plain) {
        const {
          indent = 2,
          width = 0,
          declaration = true,
        } = options as { indent?: number | string; width?: number; declaration?: boolean };
        const layout = {
          prettyPrint: true,
          indent: typeof indent === 'number' ? ' '.repeat(indent) : indent,
          width,
          headless: !declaration,
        };
        expect(formatTwiml(xml, options)).toBe(create({ encoding: 'UTF-8' }, writeTwiml(parseTwiml(xml))).end(layout));
      }
    },
  );

  test('looks at each attribute as often as there are readers of it, however many there are', () => {
    const reads = [1_000, 4_000].map((count) => {
      let looks = 0;
      const attributes = new Proxy(Object.fromEntries(Array.from({ length: count }, (_, index) => [`a${index}`, 'x'])), {
        get: (target, name) => {
          looks += 1;
          return Reflect.get(target, name);
        },
      });
      formatTwiml({ tag: 'Response', attributes, children: [] });
      return looks / count;
    });
    expect(reads[1]).toBe(reads[0]);
    expect(reads[0]).toBeLessThanOrEqual(3);
  });

  test('refuses nodes that cannot be written', () => {
    expect(() => formatTwiml({ tag: 'a b', attributes: {}, children: [] })).toThrow(TypeError);
  });

  test('refuses what is no XML', () => {
    expect(() => formatTwiml('<Response>')).toThrow(TwimlError);
  });
});

describe('twimlToObject', () => {
  test('makes an object in the notation of xmlbuilder2', () => {
    expect(
      twimlToObject('<Response><Say voice="man">Hello</Say><Dial><Number>+1</Number><Number>+2</Number></Dial><Hangup/></Response>'),
    ).toEqual({
      Response: { Say: { '@voice': 'man', '#': 'Hello' }, Dial: { Number: ['+1', '+2'] }, Hangup: {} },
    });
  });

  test('makes lists of all elements when asked', () => {
    expect(twimlToObject('<Response><Say>a</Say></Response>', { verbose: true })).toEqual({ Response: [{ Say: ['a'] }] });
  });

  test('holds texts as they are meant', () => {
    expect(twimlToObject('<Say a="&lt;&#10;&amp;amp;">&amp;lt; &gt; "</Say>')).toEqual({ Say: { '@a': '<\n&amp;', '#': '&lt; > "' } });
  });

  test('is read by xmlbuilder2 as the same document', () => {
    for (const [, xml] of validDocuments.filter(([, text]) => !text.includes('xmlns'))) {
      const node = parseTwiml(xml);
      expect(withoutSpace(parseTwiml(create(twimlToObject(node) as object).end()))).toEqual(withoutSpace(node));
    }
  });

  test('has no properties of other objects', () => {
    const object = twimlToObject('<Response><__proto__ a="1"/><constructor/><toString/><Say __proto__="b">c</Say></Response>');
    expect(object).toEqual({ Response: { Say: { '@__proto__': 'b', '#': 'c' } } });
    expect(Object.getPrototypeOf(object['Response'])).toBe(Object.prototype);
  });

  test('refuses what is too deep for an object', () => {
    const deep = `<a>\n${'<b>'.repeat(1000)}${'</b>'.repeat(1000)}</a>`;
    expect(() => twimlToObject(deep)).toThrow(expect.objectContaining({ code: 'TWIML_MALFORMED', line: 2 }));
  });

  test('refuses more attributes than can be looked up in good time', () => {
    const many = (count: number) => `<a ${Array.from({ length: count }, (_, index) => `a${index}="b"`).join(' ')}/>`;
    expect(Object.keys(twimlToObject(many(500))['a'] as object)).toHaveLength(500);
    expect(() => twimlToObject(many(501))).toThrow(expect.objectContaining({ code: 'TWIML_MALFORMED', line: 1 }));
  });

  test('makes JSON as well', () => {
    expect(twimlToJson('<Response><Say>a</Say></Response>')).toBe('{"Response":{"Say":"a"}}');
    expect(twimlToJson('<Response/>', { indent: 2 })).toBe('{\n  "Response": {}\n}');
  });
});

/** Whether text stands beside anything else, somewhere in a tree. */
function isMixed({ children }: TwimlNode): boolean {
  const hasText = children.some((child) => typeof child === 'string' && child.trim() !== '');
  return children.some((child) => typeof child === 'object' && (hasText || ('tag' in child && isMixed(child))));
}

/** The tree without white space that means nothing: all that is beside elements and not beside words. */
function withoutSpace(node: TwimlNode): TwimlNode {
  const isMixed = node.children.some((child) => typeof child === 'string' && child.trim() !== '');
  const children = node.children
    .filter((child) => typeof child !== 'string' || isMixed)
    .map((child) => (typeof child === 'object' && 'tag' in child ? withoutSpace(child) : child));
  return { tag: node.tag, attributes: { ...node.attributes }, children };
}
