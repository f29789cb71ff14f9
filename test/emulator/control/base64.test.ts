import { expect, test } from 'vitest';
import { decodeBase64, encodeBase64 } from '../../../src/emulator/control/base64.js';

test.each([0, 1, 2, 3, 8191, 8192, 8193, 300_000])('%i bytes come back as they were', (length) => {
  const bytes = Uint8Array.from({ length }, (_, index) => (index * 7) % 256);
  const text = encodeBase64(bytes);
  expect(text).toBe(Buffer.from(bytes).toString('base64'));
  expect(Buffer.compare(decodeBase64(text), bytes)).toBe(0);
});

test.each(['=', 'ab*d', 'Grüße'])('%j is none', (text) => {
  expect(() => decodeBase64(text)).toThrow(new TypeError('Expected bytes in base64'));
});
