import { expect, test } from 'vitest';
import { readHeader } from '../../src/request/headers.js';

test.each([
  ['Headers', new Headers({ 'X-Name': 'a' }), 'a'],
  [
    'Headers that came twice',
    new Headers([
      ['x-name', 'a'],
      ['X-Name', 'b'],
    ]),
    'a, b',
  ],
  ['lower case', { 'x-name': 'a' }, 'a'],
  ['any case', { Other: 'b', 'X-NAME': 'a' }, 'a'],
  ['a list of one', { 'x-name': ['a'] }, 'a'],
  ['a list of two', { 'x-name': ['a', 'b'] }, 'a, b'],
  ['an empty list', { 'x-name': [] }, undefined],
  ['undefined', { 'x-name': undefined }, undefined],
  ['none', {}, undefined],
  ['Headers without it', new Headers(), undefined],
  ['an object without a prototype', Object.assign(Object.create(null), { 'X-Name': 'a' }), 'a'],
  ['a header called get', { get: 'b', 'x-name': 'a' }, 'a'],
])('reads a header from %s', (_, headers, value) => {
  expect(readHeader(headers, 'x-name')).toBe(value);
});

test('does not take what every object has for a header', () => {
  expect(readHeader({}, 'constructor')).toBeUndefined();
});
