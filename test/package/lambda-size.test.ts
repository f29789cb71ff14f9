import { expect, test } from 'vitest';
import { bundle } from '../../tools/bundle.js';

/**
 * Bytes that a function on Lambda may have as one file, minified and compressed; that of twilio-node has 430,000. Whoever raises it tells here
 * what was got for it. A third is zod, 14,000 are the search for the reason of a refusal, 7,000 the table that tells kinds apart, so that a
 * callback at the wrong URL is named. What the time to load it is, bench/package.js measures.
 *
 * 1,400 bytes more, half of them sentences, name what proxies and frameworks do to a URL or a body beyond what they could be told from
 * before, refuse options that can never work, and write again what a parameter held that no schema makes anything of.
 *
 * 500 more, most of them sentences, refuse what plain JavaScript can give and the compiler would not have taken: no schema, no options, a second
 * handler for one kind, the request of another framework. 400 read the parameters that came, and not all that may come.
 */
const BYTES = 75_220;

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
