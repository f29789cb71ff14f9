/**
 * Runs the suite in the edge runtime of Next and Vercel, and answers a webhook there. Next gives it a `process` with the names of Node's
 * functions, each of which throws when it is called, already while a module is loaded.
 */
import { readFileSync } from 'node:fs';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { EdgeVM } from '@edge-runtime/vm';
import { build } from 'esbuild';

const here = fileURLToPath(new URL('.', import.meta.url));
const entry = `
import * as signature from '../../dist/signature/index.js';
import { messagingResponse } from '../../dist/twiml/index.js';
import { IncomingMessage } from '../../dist/payloads/messaging/index.js';
import { webhook } from '../../dist/webhook/index.js';
import { nameHash, runSuite } from './suite.js';

globalThis.runAll = async (vectors) => {
  const { checks, failures } = await runSuite(signature, vectors);
  const authToken = '0123456789abcdef0123456789abcdef';
  const answer = webhook(IncomingMessage, { authToken, onRejected: () => undefined }, ({ Body }) => messagingResponse().message(Body));
  const url = 'https://example.com/sms';
  for (const text of ['hi', 'x'.repeat(300), 'a word']) {
    const body = new URLSearchParams({ MessageSid: 'SM11223344556677889900aabbccddeeff', From: '+14155550100', To: '+12015550123', Body: text, NumMedia: '0', SmsStatus: 'received', AccountSid: 'AC0123456789abcdef0123456789abcdef', ApiVersion: '2010-04-01', NumSegments: '1' }).toString();
    for (const [token, status] of [[authToken, 200], ['f'.repeat(32), 403]]) {
      const headers = { 'content-type': 'application/x-www-form-urlencoded', 'x-twilio-signature': signature.signRequest({ url, body }, { authToken: token }) };
      const response = await answer(new Request(url, { method: 'POST', headers, body }));
      if (response.status !== status) failures.push('answers ' + response.status + ' and not ' + status);
      if (status === 200 && !(await response.text()).includes('<Message>' + text + '</Message>')) failures.push('answers something else');
    }
  }
  return { checks, failures, hash: nameHash() };
};`;

const bundle = await build({
  stdin: { contents: entry, resolveDir: here },
  bundle: true,
  write: false,
  format: 'iife',
  platform: 'browser',
  conditions: ['edge-light', 'import'],
  logLevel: 'error',
});

/** As Next makes it: what is a function throws, all else is there. */
const throwing = Object.fromEntries(
  Object.getOwnPropertyNames(process)
    .filter((name) => typeof process[name] === 'function')
    .map((name) => [
      name,
      () => {
        throw new Error(`A Node.js API is used (process.${name}) which is not supported in the Edge Runtime`);
      },
    ]),
);
// What a runtime does not have yet, Next has a function for nevertheless.
throwing.getBuiltinModule ??= throwing.cwd;

const vm = new EdgeVM({ extend: (context) => Object.assign(context, { process: { env: {}, ...throwing } }) });
vm.evaluate(bundle.outputFiles[0].text);
const vectors = JSON.parse(readFileSync(new URL('../vectors/signature.json', import.meta.url), 'utf8'));
const { checks, failures, hash } = await vm.context.runAll(vectors);
for (const failure of failures) console.error(`  fails: ${failure}`);
console.log(`${checks} checks with ${hash}`);
process.exitCode = failures.length === 0 && checks > 0 ? 0 : 1;
