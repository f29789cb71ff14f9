import { describe, expect, test } from 'vitest';
import { signRequest } from '../../src/signature/index.js';
import { bundle } from '../../tools/bundle.js';

const authToken = '0123456789abcdef0123456789abcdef';

/**
 * Bytes that a bundle may have, minified and compressed. Whoever raises one tells here what was got for it.
 *
 * The aim of a verdict was 4,500 bytes with the fallback hash. Hashes of our own, held against node:crypto and @noble/hashes by tests, took
 * 1,900 bytes less than those of @noble/hashes; shared keys, by an algorithm and a key that the request names, took back 700, and FormData
 * 100. What is left is reading forms byte by byte, the spellings of a URL that Twilio is known to sign, and the order of parameters.
 *
 * 20 bytes more tell which queries have to be encoded anew, so that most of those that are refused cost no replacing. 10 more take the
 * parameters of a form that a handler has read, so that it reads none twice.
 *
 * 65 bytes cut the URL of a server once, and take the likeliest spelling of it without making the others: an answer takes a microsecond less.
 *
 * The search for reasons is 13,000 bytes, most of them sentences. A program that asks for `explainSignature`, or answers webhooks, has it,
 * and then the errors of `verifySignature` explain themselves; in a bundle of `verifySignature` alone they say how to get it.
 *
 * 730 bytes more name lists of schemes and hosts, URLs that are no whole ones, queries that something sorted, and bodies that nobody read.
 *
 * 30 bytes of a verdict, and 40 of the other functions, say what was expected where a program gives no request or no options, as plain JavaScript
 * can. 30 more of a verdict were won back from longer sentences.
 *
 * The verdict on SendGrid's events had 1,850 bytes before it told of base64, of headers that are no text, missing or Twilio's own, and of age.
 */
const ceilings = [
  { what: 'a verdict', names: ['isSignatureValid'], ceiling: 5_050 },
  { what: 'signing', names: ['signRequest'], ceiling: 3_900 },
  { what: "the verdict on SendGrid's events", names: ['verifyEmailEvent'], ceiling: 2_420 },
  { what: 'a verdict that throws', names: ['verifySignature'], ceiling: 5_630 },
  { what: 'a verdict whose error explains itself', names: ['verifySignature', 'explainSignature'], ceiling: 20_200 },
  {
    what: 'all of it',
    names: [
      'verifySignature',
      'isSignatureValid',
      'explainSignature',
      'signRequest',
      'signatureHeaders',
      'bodySha256',
      'verifyEmailEvent',
      'isEmailEventValid',
    ],
    ceiling: 22_050,
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
    for (const name of ['isSignatureValid', 'signRequest', 'verifySignature']) {
      const { code } = await bundle(use([name]));
      expect(code).not.toMatch(/trustForwarded|x-forwarded-host/);
    }
    expect((await bundle(use(['verifySignature', 'explainSignature']))).code).toMatch(/trustForwarded/);
  });

  test.each([
    [['verifySignature', 'explainSignature'], 'wrong-scheme'],
    [['verifySignature'], 'unknown'],
  ])('the error of %j says what the bundle knows: %s', async (names, cause) => {
    const { code } = await bundle(`import { ${names} } from 'ringback/signature';
      globalThis.ringbackProbe = { ${names} };`);
    const probe = globalThis as { ringbackProbe?: typeof import('../../src/signature/index.js') };
    await import(`data:text/javascript,${encodeURIComponent(code)}`);
    const headers = { 'x-twilio-signature': signRequest({ url: 'https://example.com/sms' }, { authToken }) };
    const refused = (): void => probe.ringbackProbe?.verifySignature({ url: 'http://example.com/sms', headers }, { authToken });
    expect(refused).toThrow(expect.objectContaining({ code: 'SIGNATURE_MISMATCH', explanation: expect.objectContaining({ cause }) }));
  });

  test('no payload, document or schema comes with signatures', async () => {
    const { code } = await bundle("export * from 'ringback/signature';");
    expect(code).not.toMatch(/Gather|ZodObject|safeParse/);
  });
});
