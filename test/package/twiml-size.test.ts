import { describe, expect, test } from 'vitest';
import { bundle } from '../../tools/bundle.js';

/**
 * Bytes that a bundle may have, minified and compressed. Whoever raises one tells here what was got for it.
 *
 * Messaging was meant to fit in 2,048 bytes. 1,352 are the writer alone, once the package is whole: the grammar of names, the characters that XML cannot carry, trees of any
 * depth, circles. The rest is what a builder is for: the escape hatches, and messages that say what was meant. The part that is
 * messaging's own, its elements, is under 200 bytes.
 *
 * Messaging and fax rose by 230 bytes, and all together by 20, for what every builder does: refuse a verb without its content where what is chained would stand
 * behind it, and say how to write it; take `URL` objects; keep the unknown attributes of a store; be text in JSON.
 *
 * A few bytes of fax went to the order of the code, since the long lists of values are no longer loaded with the builder.
 *
 * Voice rose by 200 bytes for the elements and attributes that twilio 6.3 has and ours had not, <MediaFilter> and <Failover> among them.
 */
const ceilings = [
  { what: 'the voice builder with all its elements', names: ['voiceResponse'], ceiling: 7_720 },
  { what: 'the messaging builder alone', names: ['messagingResponse'], ceiling: 3_430 },
  { what: 'the fax builder alone', names: ['faxResponse'], ceiling: 3_390 },
  { what: 'the writer alone', names: ['writeTwiml'], ceiling: 1_370 },
  { what: 'all builders', names: ['voiceResponse', 'messagingResponse', 'faxResponse', 'writeTwiml'], ceiling: 7_930 },
];

const use = (names: readonly string[]): string => `import { ${names} } from 'ringback/twiml';\nconsole.log(${names});`;

describe('In a bundle', () => {
  test.each(ceilings)('$what has at most $ceiling bytes', async ({ names, ceiling }) => {
    const { size } = await bundle(use(names));
    expect(size).toBeLessThanOrEqual(ceiling);
  });

  test('the builders bring nothing of anybody else', async () => {
    const { files } = await bundle("export * from 'ringback/twiml';");
    expect(files.filter((file) => !file.startsWith('dist/'))).toEqual([]);
  });

  test('the messaging builder leaves the elements of voice out, and the voice builder those of messaging', async () => {
    const messaging = await bundle(use(['messagingResponse']));
    const voice = await bundle(use(['voiceResponse']));
    expect([messaging.code.includes('"Gather"'), messaging.code.includes('"Media"')]).toEqual([false, true]);
    expect([voice.code.includes('"Gather"'), voice.code.includes('"Media"')]).toEqual([true, false]);
  });

  test('the builders leave out the long lists of voices and languages, which only the linter reads', async () => {
    const { code } = await bundle(use(['voiceResponse']));
    expect(code).not.toMatch(/Polly\.|cmn-CN/);
  });
});
