import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lenient, type TwimlNode, voiceResponse } from '../../src/twiml/index.js';

/** The attributes of `<Gather>` when a program in JavaScript passes these. */
const gather = (attributes: unknown): Record<string, string> => {
  const response = voiceResponse() as unknown as { gather(attributes: unknown, fill: () => void): { readonly node: TwimlNode } };
  return (response.gather(attributes, () => {}).node.children[0] as TwimlNode).attributes;
};

/** The attributes of an element that nothing is known of. */
const unknown = (attributes: Record<string, unknown>): Record<string, string> =>
  (voiceResponse().element('New', attributes as Record<string, string>).node.children[0] as TwimlNode).attributes;

describe('The attributes of a verb', () => {
  test('are written in the order given', () => {
    expect(Object.keys(gather({ timeout: 5, action: '/a', method: 'GET' }))).toEqual(['timeout', 'action', 'method']);
  });

  test('are text, numbers, booleans and lists, in the spelling that Twilio reads', () => {
    expect(gather({ action: '/a', numDigits: 4, timeout: 2.5, enhanced: true, debug: false, input: ['dtmf', 'speech'] })).toEqual({
      action: '/a',
      numDigits: '4',
      timeout: '2.5',
      enhanced: 'true',
      debug: 'false',
      input: 'dtmf speech',
    });
  });

  test('are URLs as well, on their own and in lists', () => {
    const url = new URL('https://example.com/a?b=1&c=2');
    expect(gather({ action: url, hints: [url, 'b'] })).toEqual({ action: url.href, hints: `${url.href},b` });
    expect(unknown({ a: url })).toEqual({ a: url.href });
  });

  test('join phrases with commas', () => {
    expect(gather({ hints: ['sales', 'the support'] })).toEqual({ hints: 'sales,the support' });
  });

  test('may be empty texts and empty lists', () => {
    expect(gather({ finishOnKey: '', input: [] })).toEqual({ finishOnKey: '', input: '' });
  });

  test('are left out when they are undefined or null', () => {
    expect(gather({ action: undefined, method: null, timeout: 0 })).toEqual({ timeout: '0' });
  });

  test('may have values that this version does not know', () => {
    expect(gather({ method: 'PATCH', timeout: -1, language: 'tlh' })).toEqual({ method: 'PATCH', timeout: '-1', language: 'tlh' });
  });

  test('are those of the object itself, not of its prototype', () => {
    expect(gather(Object.create({ action: '/inherited' }, { timeout: { value: 1, enumerable: true } }))).toEqual({ timeout: '1' });
    expect(gather(Object.assign(Object.create(null), { timeout: 1 }))).toEqual({ timeout: '1' });
  });

  test.each([
    ['a swapped letter', 'numDigtis', '; did you mean "numDigits"?'],
    ['another case', 'numdigits', '; did you mean "numDigits"?'],
    ['an alien name', 'colour', ''],
    ['a name that every object has', 'constructor', ''],
    ['a name that is a method of every object', 'toString', ''],
    ['a name too long to be a slip', 'action'.repeat(20), ''],
  ])('refuse %s', (_, name, hint) => {
    expect(() => gather({ [name]: 1 })).toThrow(new TypeError(`<Gather> has no attribute "${name}"${hint}`));
  });

  test('refuse __proto__ and leave all prototypes alone', () => {
    expect(() => gather(JSON.parse('{"__proto__": "x"}'))).toThrow(new TypeError('<Gather> has no attribute "__proto__"'));
  });

  test.each<[string, unknown]>([
    ['an object', { a: 1 }],
    ['a function', () => 1],
    ['the number NaN', Number.NaN],
    ['the number Infinity', Number.POSITIVE_INFINITY],
    ['a bigint', 1n],
    ['a symbol', Symbol('s')],
    ['a promise', Promise.resolve('/a')],
    ['an object', new Date()],
    ['an object', new String('/a')],
    ['a list', [['a']]],
    ['a list', ['a', undefined]],
    ['a list', [{}]],
  ])('refuse %s as a value', (kind, value) => {
    expect(() => gather({ action: value })).toThrow(
      new TypeError(`<Gather action> takes text, a number, a boolean or a list of those, got ${kind}`),
    );
  });

  test.each<[string, unknown]>([
    ['a list', []],
    ['a promise', Promise.resolve({ timeout: 1 })],
    ['an object', new Map([['timeout', 1]])],
    ['an object', new Date()],
  ])('refuse %s in place of the object that holds them', (kind, attributes) => {
    expect(() => gather(attributes)).toThrow(new TypeError(`The attributes of <Gather> are an object, got ${kind}`));
  });

  test('pass on what a getter throws, and add nothing', () => {
    const response = voiceResponse();
    const attributes = {
      get action(): string {
        throw new RangeError('mine');
      },
    };
    expect(() => response.gather(attributes, (inner) => inner)).toThrow(new RangeError('mine'));
    expect(response.node.children).toEqual([]);
  });

  test('are read once each', () => {
    let reads = 0;
    gather({
      get action() {
        reads += 1;
        return '/a';
      },
    });
    expect(reads).toBe(1);
  });
});

describe('Attributes out of a store', () => {
  test('keep what the element is not known to have, in the order given', () => {
    expect(gather(lenient({ timeout: 5, interruptByDtmf: true, hints: ['a', 'b'], 'x-new': ['c', 'd'] }))).toEqual({
      timeout: '5',
      interruptByDtmf: 'true',
      hints: 'a,b',
      'x-new': 'c d',
    });
  });

  test('lose what no attribute can be', () => {
    const stored = { 'a b': 'x', '': 'x', '1a': 'x', a: { b: 1 }, b: Number.NaN, c: () => 1, d: null, e: undefined, f: [['x']], g: 'kept' };
    expect(gather(lenient(stored))).toEqual({ g: 'kept' });
  });

  test('may be missing', () => {
    expect([gather(lenient(undefined)), gather(lenient(null)), gather(lenient({}))]).toEqual([{}, {}, {}]);
  });

  test('may be spread into others', () => {
    expect(gather({ ...lenient({ timeout: 5, old: 1 }), timeout: 6 })).toEqual({ timeout: '6', old: '1' });
  });

  test('never throw, whatever they hold, and reach no prototype', () => {
    expect(Object.entries(gather(lenient(JSON.parse('{"__proto__": "x", "constructor": "y"}'))))).toEqual([
      ['__proto__', 'x'],
      ['constructor', 'y'],
    ]);
    fc.assert(
      fc.property(fc.object({ key: fc.string({ unit: 'binary' }) }), (stored) => {
        expect(Object.getPrototypeOf(gather(lenient(stored)))).toBe(Object.prototype);
      }),
    );
  });
});

describe('The attributes of element()', () => {
  test('may have any XML name', () => {
    expect(unknown({ 'xml:lang': 'de', 'x-new': 1, größe: true })).toEqual({ 'xml:lang': 'de', 'x-new': '1', größe: 'true' });
  });

  test.each(['', ' ', 'a b', 'a"', 'a=', '1a', '-a', 'a\n', 'a>', 'a/', '\uD800'])('refuse %j, which is no XML name', (name) => {
    expect(() => unknown({ [name]: 'x' })).toThrow(new TypeError(`The name of an attribute is an XML name, got ${JSON.stringify(name)}`));
  });

  test('may be called __proto__, which stays an attribute', () => {
    const attributes = unknown(JSON.parse('{"__proto__": "x"}'));
    expect(Object.entries(attributes)).toEqual([['__proto__', 'x']]);
    expect(Object.getPrototypeOf(attributes)).toBe(Object.prototype);
  });

  test('come out as they went in, whatever text they hold', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (value) => {
        expect(unknown({ a: value })).toEqual({ a: value });
      }),
    );
  });
});
