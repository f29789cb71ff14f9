import fc from 'fast-check';
import { describe, expect, expectTypeOf, test } from 'vitest';
import { isSid, type Sid } from '../../src/payloads/index.js';

const digits = fc.string({ unit: fc.constantFrom(...'0123456789abcdefABCDEF'), minLength: 32, maxLength: 32 });

describe('isSid', () => {
  test('knows the SIDs of a prefix, of several and of any', () => {
    fc.assert(
      fc.property(digits, (hexadecimal) => {
        expect(isSid(`CA${hexadecimal}`, 'CA')).toBe(true);
        expect(isSid(`MM${hexadecimal}`, 'SM', 'MM')).toBe(true);
        expect(isSid(`ZZ${hexadecimal}`)).toBe(true);
        expect(isSid(`CA${hexadecimal}`, 'SM', 'MM')).toBe(false);
      }),
    );
  });

  test.each([
    'CA123',
    'CAxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx',
    'ca0123456789abcdef0123456789abcdef',
    'CA0123456789abcdef0123456789abcdef0',
    'CA0123456789abcdef0123456789abcdef\n',
    ' CA0123456789abcdef0123456789abcdef',
    '',
    undefined,
    null,
    42,
    ['CA0123456789abcdef0123456789abcdef'],
  ])('refuses %j', (text) => {
    expect(isSid(text, 'CA')).toBe(false);
  });

  test('tells the compiler which prefix it is', () => {
    const text: unknown = 'CA0123456789abcdef0123456789abcdef';
    if (!isSid(text, 'CA')) throw new Error('expected a SID');
    expectTypeOf(text).toEqualTypeOf<Sid<'CA'>>();
    expect(text).toHaveLength(34);
  });
});
