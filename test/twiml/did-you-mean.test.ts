import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { didYouMean, nearestName } from '../../src/twiml/did-you-mean.js';

const known = ['action', 'method', 'numDigits', 'xml:lang', 'interpret-as', 'to', 'loop'];

describe('The nearest name', () => {
  test.each([
    ['acton', 'action'],
    ['actionn', 'action'],
    ['aciton', 'action'],
    ['Action', 'action'],
    ['numdigits', 'numDigits'],
    ['num_digits', 'numDigits'],
    ['xmlLang', 'xml:lang'],
    ['interpretAs', 'interpret-as'],
    ['ot', 'to'],
    ['loops', 'loop'],
  ])('to %s is %s', (name, meant) => {
    expect(nearestName(name, known)).toBe(meant);
  });

  test.each(['colour', 'x', '', 'voice', 'a'.repeat(65)])('to %j is none', (name) => {
    expect(nearestName(name, known)).toBeUndefined();
  });

  test('is always one of the known names, and a known name is nearest to itself', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { maxLength: 5 }), fc.string({ maxLength: 64 }), (names, name) => {
        const nearest = nearestName(name, [...names, name]);
        expect([...names, name]).toContain(nearest);
        expect(nearest?.toLowerCase()).toBe(name.toLowerCase());
      }),
    );
  });
});

test('A hint names what was probably meant, or is empty', () => {
  expect(didYouMean('acton', known)).toBe('; did you mean "action"?');
  expect(didYouMean('colour', known)).toBe('');
});
