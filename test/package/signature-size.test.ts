import { describe, expect, test } from 'vitest';
import { bundle } from '../../tools/bundle.js';

/**
 * Bytes that a bundle may have, minified and compressed. Whoever raises one tells here what was got for it.
 *
 * The aim was 4,500 bytes with the fallback hash. 2,600 of what a verdict costs are that hash alone, SHA-1 and SHA-256 of @noble/hashes:
 * one of our own making would take 1,900 less, and be one that nobody else has looked at. The rest is reading forms byte by byte, the
 * spellings of a URL that Twilio is known to sign, and the order of parameters.
 *
 * The errors of `verifySignature` can explain themselves, at once and without a promise, so that the search for reasons is linked to it:
 * 10,000 bytes, half of them sentences. Whoever needs the verdict alone takes `isSignatureValid`.
 */
const ceilings = [
  { what: 'a verdict', names: ['isSignatureValid'], ceiling: 6_000 },
  { what: 'signing', names: ['signRequest'], ceiling: 5_400 },
  { what: "the verdict on SendGrid's events", names: ['verifyEmailEvent'], ceiling: 1_850 },
  { what: 'a verdict whose error explains itself', names: ['verifySignature'], ceiling: 16_000 },
  {
    what: 'all of it',
    names: [
      'verifySignature',
      'isSignatureValid',
      'explainSignature',
      'signRequest',
      'bodySha256',
      'verifyEmailEvent',
      'isEmailEventValid',
    ],
    ceiling: 17_000,
  },
];

const use = (names: readonly string[]): string => `import { ${names} } from 'ringback/signature';\nconsole.log(${names});`;

describe('In a bundle', () => {
  test.each(ceilings)('$what has at most $ceiling bytes', async ({ names, ceiling }) => {
    const { size } = await bundle(use(names));
    expect(size).toBeLessThanOrEqual(ceiling);
  });

  test('signatures bring nothing of anybody else, since the fallback hash is part of the package', async () => {
    const { files } = await bundle("export * from 'ringback/signature';");
    expect(files.filter((file) => !file.startsWith('dist/'))).toEqual([]);
  });

  test('a verdict leaves the search for reasons out, and so does signing', async () => {
    for (const name of ['isSignatureValid', 'signRequest']) {
      const { code } = await bundle(use([name]));
      expect(code).not.toMatch(/trustForwarded|x-forwarded-host/);
    }
    expect((await bundle(use(['verifySignature']))).code).toMatch(/trustForwarded/);
  });

  test('no payload, document or schema comes with signatures', async () => {
    const { code } = await bundle("export * from 'ringback/signature';");
    expect(code).not.toMatch(/Gather|ZodObject|MessageSid/);
  });
});
