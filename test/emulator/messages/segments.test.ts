import { describe, expect, test } from 'vitest';
import { countSegments, encodeSmartly } from '../../../src/emulator/messages/segments.js';

describe('Segments', () => {
  test.each([
    ['', 'GSM-7', 1],
    ['a'.repeat(160), 'GSM-7', 1],
    ['a'.repeat(161), 'GSM-7', 2],
    ['a'.repeat(306), 'GSM-7', 2],
    ['€'.repeat(80), 'GSM-7', 1],
    [`${'a'.repeat(152)}€${'a'.repeat(152)}`, 'GSM-7', 3],
    ['é'.repeat(160), 'GSM-7', 1],
    ['ж'.repeat(70), 'UCS-2', 1],
    ['ж'.repeat(71), 'UCS-2', 2],
    ['👍'.repeat(35), 'UCS-2', 1],
    // A pair of surrogates is not cut in two: 33 of them go into a message of 67 units.
    ['👍'.repeat(66), 'UCS-2', 2],
    ['👍'.repeat(67), 'UCS-2', 3],
  ])('%j… takes as many messages as Twilio bills', (text, encoding, segments) => {
    expect(countSegments(text)).toMatchObject({ encoding, segments });
  });

  test('the first character beyond GSM-7 is named', () => {
    expect(countSegments('façade ж').forcedBy).toBe('ç');
    expect(countSegments('Ça va')).not.toHaveProperty('forcedBy');
  });

  test('Smart Encoding writes look-alikes with the signs of GSM-7', () => {
    const plain = encodeSmartly('“Hello” – it’s 5 o’clock…');
    expect(plain).toBe('"Hello" - it\'s 5 o\'clock...');
    expect(countSegments(plain).encoding).toBe('GSM-7');
    expect(encodeSmartly('日本 👍')).toBe('日本 👍');
  });
});
