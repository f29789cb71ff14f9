import { expect, test } from 'vitest';
import { bundle } from '../../tools/bundle.js';

/**
 * Bytes that a function on Lambda may have as one file, minified and compressed; that of twilio-node has 430,000. Whoever raises it tells here
 * what was got for it. A third is zod, 13,000 are the search for the reason of a refusal, 7,000 the table that tells kinds apart, so that a
 * callback at the wrong URL is named. What the time to load it is, bench/package.js measures.
 */
const BYTES = 72_400;

const program = `import { webhook } from 'ringback/lambda';
import { IncomingMessage } from 'ringback/payloads/messaging';
import { messagingResponse } from 'ringback/twiml';
export const handler = webhook(IncomingMessage, (message) => messagingResponse().message(message.Body));`;

test(`A function on Lambda that answers a message is one file of at most ${BYTES} bytes, and has nothing else of ours in it`, async () => {
  const { size, files, code } = await bundle(program);
  expect(size).toBeLessThanOrEqual(BYTES);
  expect(files.filter((file) => /emulator|delivery|xmlbuilder2|saxes|commander|\/ws\//.test(file))).toEqual([]);
  expect(code).not.toMatch(/from\s*"(?!node:)/);
});
