// Starts the application and lets people call it: an emulator of Twilio runs what it answers, and plays the caller and a colleague who is
// not at her desk. Then two messages come, of which one is forged. `--serve` runs the application under `ringback dev`, for you to call.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { styleText } from 'node:util';
import { createEmulator } from 'ringback/emulator';
import { createApp } from './app.js';

/** @typedef {{ title: string, path: string, signature: string, body: string }} RecordedRequest */

/** @type {{ authToken: string, publicUrl: string, requests: RecordedRequest[] }} */
const recorded = JSON.parse(readFileSync(new URL('recorded.json', import.meta.url), 'utf8'));
const hasColours = process.stdout.isTTY === true && process.env.NO_COLOR === undefined;

/** @type {(format: Parameters<typeof styleText>[0], text: string) => string} */
const paint = (format, text) => (hasColours ? styleText(format, text) : text);

/** @type {(label: string, text: string) => void} */
const tell = (label, text) => {
  const [first, ...rest] = text.split('\n');
  console.log(`  ${paint('dim', label.padEnd(8))} ${first}`);
  for (const line of rest) console.log(`           ${line}`);
};

/** @type {(text: string) => void} */
const title = (text) => console.log(`\n${paint('bold', text)}`);

if (process.argv.includes('--serve')) runConsole();
else await tellStory();

/** Runs the application under an emulator with a console in the browser. */
function runConsole() {
  /** @type {(path: string) => string} */
  const find = (path) => fileURLToPath(new URL(path, import.meta.url));
  const options = ['--public-url', recorded.publicUrl, ...process.argv.slice(2).filter((word) => word !== '--serve')];
  const command = [find('../../dist/cli/main.js'), 'dev', ...options, '--', process.execPath, find('serve.js')];
  const console = spawn(process.execPath, command, { stdio: 'inherit' });
  console.on('exit', (code) => process.exit(code ?? 1));
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) process.on(signal, () => process.stdin.isTTY || console.kill(signal));
}

async function tellStory() {
  const app = createApp({ authToken: recorded.authToken, publicUrl: recorded.publicUrl, report });
  await new Promise((listening) => app.listen(0, '127.0.0.1', () => listening(undefined)));
  const { port } = /** @type {import('node:net').AddressInfo} */ (app.address());
  const origin = `http://127.0.0.1:${port}`;
  console.log(`A server listens on ${origin}. Twilio knows it as ${recorded.publicUrl}.`);
  await makeCall(app);
  for (const request of recorded.requests) await sendRecorded(request, origin);
  console.log('\nThe whole application is examples/quickstart/app.js. `npm start -- --serve` lets you call it.');
  app.close();
}

/**
 * Ada wants to speak to Grace, who does not answer, and leaves her a message. Minutes pass in no time.
 *
 * @param {import('node:http').Server} app
 */
async function makeCall(app) {
  const twilio = createEmulator({
    app: { server: app },
    publicUrl: recorded.publicUrl,
    authToken: recorded.authToken,
    seed: 1,
    numbers: { '+12015550123': '/voice' },
  });
  twilio.on((event) => {
    if (event.type === 'webhook') tell('Twilio', `${event.method} ${event.url.replace(/\?.*/, '')}  ${paint('dim', event.kind)}`);
    if (event.type === 'input') tell('Ada', event.key === undefined ? `"${event.speech}"` : `presses ${event.key}`);
    if (event.type === 'heard' && event.heard.text !== undefined) tell('hears', `"${event.heard.text}"`);
    if (event.type === 'answer') tell('answer', describeAnswer(twilio.webhooks.find(({ seq }) => event.causes.includes(seq))));
  });
  const grace = twilio.phone('+14155550199', { answersAfter: false });
  title('1. Ada calls, and chooses sales');
  const call = await twilio.phone('+14155550100').call('+12015550123');
  await call.hear('Press 1 for sales');
  await call.press('1');
  const ringing = await grace.incoming();
  title(`2. Grace's telephone rings (${ringing.to}), and nobody answers`);
  await call.hear('leave a message');
  title('3. Ada leaves a message');
  await call.say('This is Ada. The engine is ready.');
  await call.press('#');
  await call.hear('We will call you back');
  await twilio.idle();
  tell('call', `${call.status} after ${call.duration} s; Twilio's debugger would list ${twilio.findings.length} findings`);
  await twilio.close();
}

/** @type {(attempt: import('ringback/emulator').WebhookAttempt | undefined) => string} */
function describeAnswer(attempt) {
  const { status = 0, headers = {}, body = '' } = attempt?.response ?? {};
  return [`${status}${headers['content-type'] === undefined ? '' : `, ${headers['content-type']}`}`, body].filter(Boolean).join('\n');
}

/** @type {(request: RecordedRequest, origin: string) => Promise<void>} */
async function sendRecorded(request, origin) {
  title(request.title);
  tell('Twilio', `POST ${recorded.publicUrl}${request.path}\n${paint('dim', summarise(request.body))}`);
  const response = await fetch(`${origin}${request.path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'x-twilio-signature': request.signature },
    body: request.body,
  });
  const type = response.headers.get('content-type');
  const head = `${response.status}${type === null ? '' : `, ${type}`}`;
  tell('answer', [head, await response.text()].filter(Boolean).join('\n'));
}

/** @type {(event: string, details: unknown) => void} */
function report(event, details) {
  if (event === 'refused') {
    const { code, explanation } = /** @type {import('ringback').SignatureError} */ (details);
    tell('verdict', `${paint('red', 'refused')}, ${code}`);
    if (explanation !== undefined) tell('because', [explanation.message, explanation.suggestion].filter(Boolean).join('\n'));
    return;
  }
  tell('verdict', paint('green', 'signed by Twilio'));
  const payload = /** @type {Record<string, unknown>} */ (details);
  const told = ['From', 'Body', 'Media', 'Digits', 'CallStatus', 'FromCity', 'DialCallStatus', 'RecordingStatus', 'RecordingDuration'];
  const lines = told.filter((name) => name in payload).map((name) => `${name}: ${JSON.stringify(payload[name])}`);
  tell('payload', lines.join('\n'));
}

/** @type {(body: string) => string} */
function summarise(body) {
  const parameters = [...new URLSearchParams(body)].filter(([, value]) => value !== '').map(([name, value]) => `${name}=${value}`);
  return `${parameters.slice(0, 4).join('  ')}  … ${parameters.length} parameters`;
}
