import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findMeant } from '../../../src/twiml/document/misspelling.js';

const known = [
  'action',
  'numDigits',
  'statusCallbackEvent',
  'transcriptionLanguage',
  'ttsProvider',
  'record',
  'url',
  'code',
  'timeout',
  'finishOnKey',
];

describe('A name that is not known is a misspelling of one that is', () => {
  test.each([
    ['in another case', 'NUMDIGITS', 'numDigits'],
    ['in snake case', 'num_digits', 'numDigits'],
    ['in kebab case', 'finish-on-key', 'finishOnKey'],
    ['with a letter too few', 'acton', 'action'],
    ['with two letters swapped', 'aciton', 'action'],
    ['with another ending', 'statusCallbackEvents', 'statusCallbackEvent'],
    ['in small letters and misspelt', 'numdigts', 'numDigits'],
  ])('%s', (_, name, meant) => {
    expect(findMeant(name, known)).toEqual({ name: meant, isMisspelling: true });
  });
});

describe('A name that is not known is near one that is, and may mean something else,', () => {
  test.each([
    ['with a word left out', 'finishKey', 'finishOnKey'],
    ['with a word too many', 'actionUrl', 'action'],
    ['with another word', 'transcriptionLanguages2', 'transcriptionLanguage'],
  ])('%s', (_, name, meant) => {
    expect(findMeant(name, known)).toEqual({ name: meant, isMisspelling: false });
  });

  test.each(['sttProvider', 'uri', 'mode'])('such as %s, and is never taken for a misspelling', (name) => {
    expect(findMeant(name, known)?.isMisspelling ?? false).toBe(false);
  });

  test.each(['b', 'br', 'colour', 'x'.repeat(65), ''])('%j is near none', (name) => {
    expect(findMeant(name, known)).toBeUndefined();
  });
});

test('What is meant is always one of the known names, whatever is asked', () => {
  fc.assert(
    fc.property(fc.array(fc.string(), { maxLength: 5 }), fc.string({ maxLength: 70 }), (names, name) => {
      const meant = findMeant(name, names);
      expect(meant === undefined || names.includes(meant.name)).toBe(true);
    }),
  );
});
