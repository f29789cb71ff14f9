import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { messagingResponse, type TwimlNode, voiceResponse } from '../../src/twiml/index.js';

const inner = (document: { toXml(options: { declaration: boolean }): string }): string =>
  document.toXml({ declaration: false }).replace(/^<Response\/?>|<\/Response>$/g, '');

/** What only JavaScript can pass. */
const wrong = (value: unknown): never => value as never;

describe('element()', () => {
  test('adds what this version does not know, with attributes and text', () => {
    const document = voiceResponse()
      .element('New')
      .element('New', { a: 1 })
      .element('New', null, 'x')
      .element('New', { a: ['b', 'c'] }, 'x');
    expect(inner(document)).toBe('<New/><New a="1"/><New>x</New><New a="b c">x</New>');
  });

  test('adds a known element with attributes that this version does not know', () => {
    expect(inner(voiceResponse().element('Say', { whisper: true }, 'a'))).toBe('<Say whisper="true">a</Say>');
  });

  test('fills with the verbs of the place that it stands in', () => {
    const document = voiceResponse()
      .element('New', (place) => place.say('a').dial('+15550001111'))
      .gather((gather) => gather.element('New', {}, (place) => place.pause().element('Newer', {}, (deeper) => deeper.say('b'))));
    expect(inner(document)).toBe(
      '<New><Say>a</Say><Dial>+15550001111</Dial></New><Gather><New><Pause/><Newer><Say>b</Say></Newer></New></Gather>',
    );
  });

  test('gives its callback a place of the same family', () => {
    let family: string | undefined;
    messagingResponse().element('New', {}, (place) => {
      family = place.family;
    });
    expect(family).toBe('messaging');
  });

  test('refuses a callback that returns a promise', () => {
    expect(() =>
      voiceResponse().element(
        'New',
        {},
        wrong(async () => {}),
      ),
    ).toThrow(/<New> returned a promise/);
  });

  test.each<[string, unknown[], string]>([
    ['content before attributes', ['New', 'x', {}], 'element() takes attributes, then content; got a string first'],
    ['a number in place of attributes', ['New', 5, 'x'], 'element() takes attributes, then content; got the number 5 first'],
    ['a number alone', ['New', 5], 'element() takes text or a callback, got the number 5'],
    ['a number as content', ['New', {}, 5], 'element() takes text or a callback, got the number 5'],
    ['null as content', ['New', {}, null], 'element() takes text or a callback, got null'],
    ['no tag', [], 'The name of an element is an XML name, got nothing'],
    ['an empty tag', [''], 'The name of an element is an XML name, got ""'],
    ['a tag that would end the tag', ['a><b'], 'The name of an element is an XML name, got "a><b"'],
    ['a tag with a space', ['a b="c"'], 'The name of an element is an XML name, got "a b=\\"c\\""'],
  ])('refuses %s', (_, given, message) => {
    const document = voiceResponse();
    expect(() => Reflect.apply(document.element, document, given)).toThrow(new TypeError(message));
  });
});

describe('append()', () => {
  test('adds a node that was built elsewhere', () => {
    expect(inner(voiceResponse().append({ tag: 'Say', attributes: { loop: '2' }, children: ['a', { comment: 'b' }] }))).toBe(
      '<Say loop="2">a<!-- b --></Say>',
    );
  });

  test('adds what a builder has built, and of a whole response its children', () => {
    const greeting = voiceResponse().say('a').comment('b').pause();
    expect(inner(voiceResponse().say('first').append(greeting).append(greeting.node))).toBe(
      '<Say>first</Say><Say>a</Say><!-- b --><Pause/><Say>a</Say><!-- b --><Pause/>',
    );
    expect(inner(voiceResponse().gather((gather) => gather.append(greeting)))).toBe('<Gather><Say>a</Say><!-- b --><Pause/></Gather>');
  });

  test('adds a copy: what happens to the original later changes nothing', () => {
    const original: TwimlNode = { tag: 'Say', attributes: { loop: '1' }, children: [{ tag: 'break', attributes: {}, children: [] }] };
    const document = voiceResponse().append(original).append(original);
    original.attributes['loop'] = '2';
    original.children.push('late');
    (original.children[0] as TwimlNode).attributes['time'] = '1s';
    expect(inner(document)).toBe('<Say loop="1"><break/></Say><Say loop="1"><break/></Say>');
  });

  test('can add a document to itself', () => {
    const document = voiceResponse().say('a');
    expect(inner(document.append(document))).toBe('<Say>a</Say><Say>a</Say>');
  });

  test('joins text to the text before it', () => {
    const document = voiceResponse().append({ tag: 'Response', attributes: {}, children: ['a', 'b'] });
    expect(document.append(document).node.children).toEqual(['abab']);
  });

  test('keeps an attribute that is called __proto__', () => {
    const node = JSON.parse('{"tag":"New","attributes":{"__proto__":"x"},"children":[]}');
    expect(inner(voiceResponse().append(node))).toBe('<New __proto__="x"/>');
  });

  test('copies 100,000 levels, and as many children', () => {
    let deep: TwimlNode = { tag: 'New', attributes: {}, children: [] };
    for (let level = 1; level < 100_000; level += 1) deep = { tag: 'New', attributes: {}, children: [deep] };
    const wide: TwimlNode = { tag: 'Response', attributes: {}, children: Array.from({ length: 200_000 }, () => ({ comment: '' })) };
    expect(inner(voiceResponse().append(deep))).toBe(`${'<New>'.repeat(99_999)}<New/>${'</New>'.repeat(99_999)}`);
    expect(voiceResponse().append(wide).node.children).toHaveLength(200_000);
  });

  test.each<[string, unknown, string]>([
    ['text', '<Say/>', 'A node is { tag, attributes: { … }, children: [ … ] }, got a string'],
    ['nothing', undefined, 'A node is { tag, attributes: { … }, children: [ … ] }, got nothing'],
    ['null', null, 'A node is { tag, attributes: { … }, children: [ … ] }, got null'],
    ['a holder of nothing', { node: null }, 'A node is { tag, attributes: { … }, children: [ … ] }, got null'],
    ['a node without attributes', { tag: 'Say', children: [] }, 'A node is { tag, attributes: { … }, children: [ … ] }, got an object'],
    ['a node without children', { tag: 'Say', attributes: {} }, 'A node is { tag, attributes: { … }, children: [ … ] }, got an object'],
    ['a tag that is no name', { tag: 'a b', attributes: {}, children: [] }, 'The name of an element is an XML name, got "a b"'],
    ['no tag', { attributes: {}, children: [] }, 'The name of an element is an XML name, got nothing'],
    [
      'an attribute that is no name',
      { tag: 'Say', attributes: { 'a b': '' }, children: [] },
      'The name of an attribute is an XML name, got "a b"',
    ],
    [
      'a number as an attribute',
      { tag: 'Say', attributes: { loop: 2 }, children: [] },
      'The attributes of a node are text, got the number 2 as loop of <Say>',
    ],
    [
      'a number as a child',
      { tag: 'Say', attributes: {}, children: [5] },
      'A child of a node is text, a node or { comment }, got the number 5',
    ],
    ['null as a child', { tag: 'Say', attributes: {}, children: [null] }, 'A child of a node is text, a node or { comment }, got null'],
  ])('refuses %s and adds nothing', (_, node, message) => {
    const document = voiceResponse();
    expect(() => document.append(wrong(node))).toThrow(new TypeError(message));
    expect(document.node.children).toEqual([]);
  });

  test('refuses a node that contains itself, at any distance', () => {
    fc.assert(
      fc.property(fc.nat(20), fc.nat(20), (before, around) => {
        expect(() => voiceResponse().append(circle(before, around))).toThrow(new TypeError('<New> contains itself'));
      }),
    );
  });
});

describe('comment()', () => {
  test('is written with a space on each side, anywhere', () => {
    const document = voiceResponse()
      .comment('a')
      .dial((dial) => dial.comment('b').number('+15550001111'))
      .say((say) => say.comment('c'));
    expect(inner(document)).toBe('<!-- a --><Dial><!-- b --><Number>+15550001111</Number></Dial><Say><!-- c --></Say>');
  });

  test.each([
    ['--', '- -'],
    ['---', '- - -'],
    ['-->', '- ->'],
    ['a--b----c', 'a- -b- - - -c'],
    ['-', '-'],
    ['-a-', '-a-'],
    ['<b> & "c"', '<b> & "c"'],
  ])('of %j cannot end early', (text, written) => {
    expect(inner(voiceResponse().comment(text))).toBe(`<!-- ${written} -->`);
    expect(voiceResponse().comment(text).node.children).toEqual([{ comment: text }]);
  });

  test('never holds two hyphens, whatever it was given', () => {
    const hyphens = fc.string({ unit: fc.constantFrom('-', '>', '!', 'a', '\uD800', '\u0000') });
    fc.assert(
      fc.property(hyphens, (text) => {
        expect(inner(voiceResponse().comment(text)).slice(4, -3)).not.toMatch(/--|-$/);
      }),
    );
  });

  test('refuses what is no text', () => {
    expect(() => voiceResponse().comment(wrong(5))).toThrow(new TypeError('comment() takes text, got the number 5'));
  });
});

describe('text()', () => {
  test('next to text becomes one with it', () => {
    const document = voiceResponse().say((say) => say.text('a').text('').text('b').break().text('').text('c'));
    expect(document.node.children).toEqual([
      { tag: 'Say', attributes: {}, children: ['ab', { tag: 'break', attributes: {}, children: [] }, 'c'] },
    ]);
  });

  test('may be given a character in two halves', () => {
    expect(inner(voiceResponse().say((say) => say.text('\uD83D').text('\uDE00')))).toBe('<Say>\u{1F600}</Say>');
  });

  test('refuses what is no text', () => {
    expect(() => voiceResponse().say((say) => say.text(wrong(null)))).toThrow(new TypeError('text() takes text, got null'));
  });
});

/** So many elements one inside the other, the last of which holds the one that begins the circle. */
function circle(before: number, around: number): TwimlNode {
  const start: TwimlNode = { tag: 'New', attributes: {}, children: ['text'] };
  let last = start;
  for (let step = 0; step < around; step += 1) {
    const next: TwimlNode = { tag: 'New', attributes: {}, children: [] };
    last.children.push(next);
    last = next;
  }
  last.children.push({ comment: 'round' }, start);
  let outer = start;
  for (let step = 0; step < before; step += 1) outer = { tag: 'New', attributes: {}, children: [outer, 'after'] };
  return outer;
}
