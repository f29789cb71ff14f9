import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type FormParameters, parseForm, readPairs, writeForm } from '../../src/request/forms.js';

const join = (pieces: readonly string[]): string => pieces.join('');

describe('parseForm', () => {
  test.each<[string, string, FormParameters]>([
    ['nothing', '', {}],
    ['empty segments', '&&a=1&&', { a: '1' }],
    ['a name alone', 'flag&a=', { flag: '', a: '' }],
    ['an empty name', '=1&=', { '': ['1', ''] }],
    ['equals signs in a value', 'a=b=c==', { a: 'b=c==' }],
    ['pluses and escapes', 'a+b=%2B1%20+2', { 'a b': '+1  2' }],
    ['escapes of either case', 'a=%c3%A9', { a: 'é' }],
    ['repeated names, equal after decoding', 'From=a&%46rom=b&From=a', { From: ['a', 'b', 'a'] }],
    ['brackets', 'a%5B0%5D=x&a[]=y', { 'a[0]': 'x', 'a[]': 'y' }],
    ['a question mark in front', '?a=1', { '?a': '1' }],
    ['broken escapes', 'a=100%&b=%zz&c=%4', { a: '100%', b: '%zz', c: '%4' }],
    ['bytes that are no UTF-8', 'a=%FFabc&b=%ed%a0%80&c=%c3%A9', { a: '\uFFFDabc', b: '\uFFFD\uFFFD\uFFFD', c: 'é' }],
    ['a lone surrogate', 'a=\uD800&b=%20\uDC00', { a: '\uFFFD', b: ' \uFFFD' }],
  ])('%s', (_, text, parameters) => {
    expect(parseForm(text)).toEqual(parameters);
  });

  test('makes own properties of names that every object has', () => {
    const parameters = parseForm('__proto__=1&__proto__=2&constructor=3&hasOwnProperty=4');
    expect(Object.getPrototypeOf(parameters)).toBe(Object.prototype);
    expect(Object.entries(parameters)).toEqual([
      ['__proto__', ['1', '2']],
      ['constructor', '3'],
      ['hasOwnProperty', '4'],
    ]);
    expect('polluted' in parseForm('__proto__[polluted]=1&__proto__=polluted')).toBe(false);
  });

  /** Text that is rich in what the format gives a meaning to. */
  const pieces = fc.constantFrom('&', '=', '+', '%26', '%3d', '%c3%a9', '__proto__', 'a');
  const wellFormed = fc
    .array(
      fc.oneof(
        pieces,
        fc.string({ unit: 'binary' }).map((text) => text.replaceAll('%', '')),
      ),
    )
    .map(join);
  // Node 20 misreads characters beyond ASCII beside a broken escape, so that the two are not mixed.
  const broken = fc
    .array(fc.oneof(pieces, fc.constantFrom('%', '%2', '%ff', '%c3', '%ed%a0%80'), fc.string({ unit: 'binary-ascii' })))
    .map(join);
  const formText = fc.oneof(wellFormed, broken);

  test('reads what URLSearchParams reads', () => {
    fc.assert(
      fc.property(formText, (text) => {
        // URLSearchParams alone drops a leading question mark; an empty segment in front of it keeps it.
        const expected = Array.from(new URLSearchParams(`&${text}`), ([name, value]) => ({ name, value }));
        expect(readPairs(text)).toEqual(expected);
      }),
    );
  });

  test('reads back what writeForm wrote', () => {
    fc.assert(
      fc.property(formText, (text) => {
        const parameters = parseForm(text);
        expect(parseForm(writeForm(parameters))).toEqual(parameters);
      }),
    );
  });

  test('takes ten thousand parameters and a megabyte of broken escapes', () => {
    const many = Array.from({ length: 10_000 }, (_, at) => `name${at}=${at}`).join('&');
    expect(Object.keys(parseForm(many))).toHaveLength(10_000);
    expect(parseForm('a=1&'.repeat(10_000))).toEqual({ a: new Array(10_000).fill('1') });
    expect(readPairs('%&'.repeat(2 ** 19))).toHaveLength(2 ** 19);
  });
});

describe('writeForm', () => {
  test('escapes as forms do', () => {
    expect(writeForm({ 'a b': '+1&2=é', list: ['1', '2'], none: [], empty: '' })).toBe('a+b=%2B1%262%3D%C3%A9&list=1&list=2&empty=');
  });

  test('refuses values that are no text', () => {
    expect(() => writeForm({ a: 1 } as never)).toThrow(TypeError);
  });
});
