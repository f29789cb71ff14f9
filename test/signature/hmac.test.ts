import { createHash, createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';

type Hmac = typeof import('../../src/signature/hmac.js');

/** Loads the module as a runtime would that has these built-in modules. */
async function loadWith(getBuiltinModule: unknown): Promise<Hmac> {
  const original = process.getBuiltinModule;
  vi.resetModules();
  try {
    Object.assign(process, { getBuiltinModule });
    return await import('../../src/signature/hmac.js');
  } finally {
    Object.assign(process, { getBuiltinModule: original });
  }
}

const runtimes: readonly (readonly [runtime: string, getBuiltinModule: unknown])[] = [
  ['with node:crypto', process.getBuiltinModule],
  ['with a node:crypto that has no hash', () => ({ createHash })],
  ['with a getBuiltinModule that knows no node:crypto', () => undefined],
  ['with the fallback alone', undefined],
];

describe.each(runtimes)('%s', async (_, getBuiltinModule) => {
  const { hashSha256, hmacSha1 } = await loadWith(getBuiltinModule);
  const text = fc.string({ unit: 'binary', maxLength: 200 });

  test('hmacSha1 is the HMAC of RFC 2104', () => {
    fc.assert(
      fc.property(text, text, text, (key, url, tail) => {
        const expected = createHmac('sha1', key)
          .update(url + tail)
          .digest()
          .toString('latin1');
        expect(hmacSha1(key, url, tail)).toBe(expected);
        expect(hmacSha1(key, url, new TextEncoder().encode(tail))).toBe(
          createHmac('sha1', key).update(url).update(tail).digest().toString('latin1'),
        );
      }),
    );
  });

  test('hmacSha1 takes keys and texts around the bounds of a block and of the memory that is kept', () => {
    for (const length of [0, 55, 56, 63, 64, 65, 128, 2_709, 2_710, 8_127, 8_128, 8_192, 100_000]) {
      const [ascii, wide] = ['a'.repeat(length), '€'.repeat(length)];
      for (const value of [ascii, wide]) {
        expect(hmacSha1(value, 'https://', value)).toBe(createHmac('sha1', value).update(`https://${value}`).digest().toString('latin1'));
      }
    }
  });

  test('a call leaves nothing behind for the next', () => {
    const [long, short] = [hmacSha1('k'.repeat(100), 'x'.repeat(8_000)), hmacSha1('k', 'x')];
    expect(hmacSha1('k', 'x')).toBe(short);
    expect(hmacSha1('k'.repeat(100), 'x'.repeat(8_000))).toBe(long);
  });

  test('hashSha256 is the SHA-256 of text and of bytes', () => {
    fc.assert(
      fc.property(text, fc.uint8Array(), (body, bytes) => {
        expect(hashSha256(body)).toBe(createHash('sha256').update(body).digest('hex'));
        expect(hashSha256(bytes)).toBe(createHash('sha256').update(bytes).digest('hex'));
      }),
    );
  });
});
