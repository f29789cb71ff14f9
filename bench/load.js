// Measures what one process of `ringback load` sends, beside autocannon, which sends the same signed webhook over and over. Both send to the
// same bare server with a constant answer, in turns. autocannon repeats bytes that it was given; ringback makes a message or a call for each,
// signs it, follows the answer and looks at it: the ratio is the price of that. Needs a build and a quiet machine; takes two minutes, prints a
// section of Markdown, and with `--write` puts it into docs/benchmarks.md.
import { execFile, fork } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { median, report, table, versionOf } from './measure.js';

const authToken = '0123456789abcdef0123456789abcdef';
const SECONDS = 8;
const ROUNDS = 3;

/** How many are to arrive a second: more than one process can make. */
const TOO_MANY = { texts: 6000, calls: 3000 };

const TEXT = '<Response/>';
const MENU = '<Response><Gather action="/menu" numDigits="1"><Say>Press one.</Say></Gather></Response>';
const END = '<Response><Hangup/></Response>';

const [, , role, url = ''] = process.argv;
if (role === 'serve') serve();
else if (role === 'autocannon') process.send?.(await sendAlike(url));
else await compare();

/** The bare server: it reads what comes, and answers the same each time. */
function serve() {
  const answers = { '/sms': TEXT, '/voice': MENU, '/menu': END };
  const server = createServer((request, response) => {
    request.resume().on('end', () => response.setHeader('content-type', 'text/xml').end(answers[request.url ?? ''] ?? ''));
  });
  server.keepAliveTimeout = 120_000;
  server.listen(0, '127.0.0.1', () => process.send?.(server.address()));
  process.on('disconnect', () => process.exit());
}

/** Keeps sixteen connections busy with one signed webhook. */
async function sendAlike(target) {
  const { default: autocannon } = await import('autocannon');
  const { signedRequest } = await import('../dist/testing/index.js');
  const { IncomingMessage } = await import('../dist/payloads/messaging/index.js');
  const request = signedRequest(IncomingMessage, { Body: 'Hello' }, { url: target, authToken });
  const settings = {
    url: target,
    method: 'POST',
    headers: Object.fromEntries(request.headers),
    body: await request.text(),
    connections: 16,
  };
  await autocannon({ ...settings, duration: 2 });
  const before = process.cpuUsage();
  const { requests, non2xx, errors } = await autocannon({ ...settings, duration: SECONDS });
  if (non2xx + errors > 0) throw new Error(`${non2xx + errors} requests of autocannon failed`);
  const { user, system } = process.cpuUsage(before);
  return { perSecond: requests.average, microseconds: (user + system) / requests.total };
}

async function runAutocannon(target) {
  const child = fork(fileURLToPath(import.meta.url), ['autocannon', target]);
  const [found] = await once(child, 'message');
  return found;
}

/** Lets more people arrive than the process can make; what it has made is what it can. */
async function runRingback(target, args) {
  const command = fileURLToPath(new URL('../dist/cli/main.js', import.meta.url));
  const common = ['--duration', `${SECONDS + 2}s`, '--warm-up', '2s', '--think', '0s', '--hold', '0s', '--patience', '30s', '--json'];
  const options = { env: { ...process.env, TWILIO_AUTH_TOKEN: authToken }, maxBuffer: 2 ** 26 };
  // It ends with 1, since it was late, and says so.
  const { stdout } = await promisify(execFile)(process.execPath, [command, 'load', target, ...args, ...common], options).catch(
    (error) => error,
  );
  const found = JSON.parse(stdout);
  const { webhooks, generator, people } = found;
  if (webhooks.noAnswer + webhooks.serverErrors + webhooks.wrong > 0) throw new Error(`Something failed: ${JSON.stringify(found.reasons)}`);
  if (people.done === 0) throw new Error('Nobody came');
  return { perSecond: webhooks.perSecond, microseconds: (generator.cores * 1e6) / webhooks.perSecond };
}

/** An Express application that verifies, reads and answers, in one process: how many webhooks a second it takes at the most. */
async function fillApplication() {
  const server = fork(fileURLToPath(new URL('webhook-server.js', import.meta.url)), ['ringback/express', authToken], {
    execArgv: ['--expose-gc'],
  });
  const [{ port }] = await once(server, 'message');
  const base = `http://127.0.0.1:${port}`;
  const { perSecond } = await runAutocannon(`${base}/sms`);
  server.disconnect();
  return perSecond;
}

async function compare() {
  const server = fork(fileURLToPath(import.meta.url), ['serve']);
  const [{ port }] = await once(server, 'message');
  const base = `http://127.0.0.1:${port}`;
  const rivals = {
    autocannon: () => runAutocannon(`${base}/sms`),
    texts: () => runRingback(`${base}/sms`, ['--text', 'Hello', '--arrive', `${TOO_MANY.texts}/s`]),
    calls: () => runRingback(`${base}/voice`, ['--press', '1', '--arrive', `${TOO_MANY.calls}/s`]),
  };
  const found = Object.fromEntries(Object.keys(rivals).map((name) => [name, /** @type {any[]} */ ([])]));
  for (let round = 0; round < ROUNDS; round += 1) for (const [name, run] of Object.entries(rivals)) found[name]?.push(await run());
  server.disconnect();
  const application = [];
  for (let round = 0; round < ROUNDS; round += 1) application.push(await fillApplication());
  const middle = (name, figure) => median(found[name]?.map((one) => one[figure])) ?? 0;
  const row = (title, name) => [
    title,
    middle(name, 'perSecond').toFixed(0),
    `${middle(name, 'microseconds').toFixed(0)} µs`,
    `${(middle(name, 'microseconds') / middle('autocannon', 'microseconds')).toFixed(1)}×`,
  ];
  report({
    heading: 'Load',
    text: `What one process sends to a bare server with a constant answer, as fast as it can; generator and server share ${cpus().length} processors. Medians of ${ROUNDS} rounds in which they take turns. autocannon sends one signed webhook over and over on 16 connections. \`ringback load\` makes a message, or a call with a \`<Gather>\`, for each person, signs each webhook, runs what is answered and lints it. Node ${process.versions.node}, autocannon ${versionOf('autocannon')}. By \`node bench/load.js --write\`.

${table(
  ['one process of', 'webhooks a second', 'its processor time for one', 'of autocannon'],
  [row('autocannon', 'autocannon'), row('`ringback load`, texts', 'texts'), row('`ringback load`, calls', 'calls')],
)}

One process of Express that verifies, reads and answers a message with \`ringback/express\` takes ${median(application)?.toFixed(0)} webhooks a second at the most, by autocannon.`,
    goals: [],
  });
}
