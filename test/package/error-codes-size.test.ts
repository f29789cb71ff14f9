import { describe, expect, test } from 'vitest';
import { bundle } from '../../tools/bundle.js';

/**
 * Bytes that a bundle may have, minified and compressed. The table is 110,000 bytes of sentences, which compress to a quarter. Nothing else
 * of the package loads it: payloads have the type of a code, and no more.
 */
const CEILING = 31_000;

describe('In a bundle', () => {
  test(`the error codes have at most ${CEILING} bytes`, async () => {
    const { size } = await bundle("import { describeError } from 'ringback/error-codes';\nconsole.log(describeError(process.argv[2]));");
    expect(size).toBeLessThanOrEqual(CEILING);
  });

  test('they bring nothing else with them', async () => {
    const { files, code } = await bundle("export * from 'ringback/error-codes';");
    expect(files.filter((file) => !file.startsWith('dist/'))).toEqual([]);
    expect(code).not.toMatch(/ZodObject|x-twilio-signature|Gather finishOnKey=/);
  });

  test.each(['ringback/payloads/messaging', 'ringback/twiml/document', 'ringback/webhook'])('%s does not bring them', async (entry) => {
    expect((await bundle(`export * from '${entry}';`)).code).not.toContain('Toll-free verification rejected');
  });
});
