import { createHash, createHmac } from 'node:crypto';
import { sha1 } from '@noble/hashes/legacy.js';
import { sha256 } from '@noble/hashes/sha2.js';
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { hashBytes } from '../../src/signature/hash.js';

type Hmac = typeof import('../../src/signature/hmac.js');

/** Loads the module as a runtime would that has these built-in modules. */
async function loadWith(getBuiltinModule: unknown): Promise<Hmac> {
  const original = process.getBuiltinModule;
  vi.resetModules();
  try {
    Object.assign(process, { getBuiltinModule });
    const loaded = await import('../../src/signature/hmac.js');
    // The first hash asks for node:crypto.
    loaded.hashSha256('');
    return loaded;
  } finally {
    Object.assign(process, { getBuiltinModule: original });
  }
}

describe('the hashes of the package are those of node:crypto and of @noble/hashes', () => {
  const lengths = fc.oneof(fc.nat({ max: 300 }), fc.constantFrom(0, 55, 56, 63, 64, 65, 119, 120, 127, 128, 100_000));
  const bytes = lengths.chain((length) => fc.uint8Array({ minLength: length, maxLength: length }));

  test.each([
    ['HMAC_SHA1', 'sha1', sha1],
    ['HMAC_SHA256', 'sha256', sha256],
  ] as const)('%s', (algorithm, name, theirs) => {
    fc.assert(
      fc.property(bytes, (data) => {
        const ours = Buffer.from(hashBytes(algorithm, data)).toString('hex');
        expect(ours).toBe(createHash(name).update(data).digest('hex'));
        expect(ours).toBe(Buffer.from(theirs(data)).toString('hex'));
      }),
      { numRuns: 300 },
    );
  });
});

const runtimes: readonly (readonly [runtime: string, getBuiltinModule: unknown])[] = [
  ['with node:crypto', process.getBuiltinModule],
  ['with a node:crypto that has no hash', () => ({ createHash })],
  ['with a getBuiltinModule that knows no node:crypto', () => undefined],
  ['with the fallback alone', undefined],
];

const algorithms = [
  ['HMAC_SHA1', 'sha1'],
  ['HMAC_SHA256', 'sha256'],
] as const;

describe.each(runtimes)('%s', async (_, getBuiltinModule) => {
  const { hashSha256, hmac } = await loadWith(getBuiltinModule);
  const text = fc.string({ unit: 'binary', maxLength: 200 });

  describe.each(algorithms)('%s', (algorithm, name) => {
    /** What node:crypto makes of the same. */
    const expected = (key: string, text: string): string => createHmac(name, key).update(text).digest().toString('latin1');

    test('is the HMAC of RFC 2104', () => {
      fc.assert(
        fc.property(text, text, text, (key, url, tail) => {
          expect(hmac(algorithm, key, url, tail)).toBe(expected(key, url + tail));
          expect(hmac(algorithm, key, url, new TextEncoder().encode(tail))).toBe(
            createHmac(name, key).update(url).update(tail).digest().toString('latin1'),
          );
        }),
      );
    });

    test('takes keys and texts around the bounds of a block and of the memory that is kept', () => {
      for (const length of [0, 55, 56, 63, 64, 65, 128, 2_709, 2_710, 8_127, 8_128, 8_192, 100_000]) {
        for (const value of ['a'.repeat(length), '€'.repeat(length)]) {
          expect(hmac(algorithm, value, 'https://', value)).toBe(expected(value, `https://${value}`));
        }
      }
    });

    test('leaves nothing behind for the next call', () => {
      const [long, short] = [hmac(algorithm, 'k'.repeat(100), 'x'.repeat(8_000)), hmac(algorithm, 'k', 'x')];
      expect(hmac(algorithm, 'k', 'x')).toBe(short);
      expect(hmac(algorithm, 'k'.repeat(100), 'x'.repeat(8_000))).toBe(long);
    });
  });

  test('the algorithms leave nothing to each other, of a long key either', () => {
    for (const key of ['k', 'k'.repeat(100)]) {
      for (const [algorithm, name] of [...algorithms, ...algorithms]) {
        expect(hmac(algorithm, key, 'x')).toBe(createHmac(name, key).update('x').digest().toString('latin1'));
      }
    }
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
