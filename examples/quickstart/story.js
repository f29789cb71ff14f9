// Starts the application and plays the part of Twilio: sends it the signed webhooks of a small story, and tells what goes to and fro.
// `--serve` leaves the server running and prints a command that works.
import { readFileSync } from 'node:fs';
import { styleText } from 'node:util';
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

const app = createApp({ authToken: recorded.authToken, publicUrl: recorded.publicUrl, report });
await new Promise((listening) => app.listen(0, '127.0.0.1', () => listening(undefined)));
const { port } = /** @type {import('node:net').AddressInfo} */ (app.address());
const origin = `http://127.0.0.1:${port}`;

if (process.argv.includes('--serve')) explainHowToCall();
else await tellStory();

async function tellStory() {
  console.log(`A server listens on ${origin}. Twilio knows it as ${recorded.publicUrl}.`);
  for (const [index, request] of recorded.requests.entries()) {
    console.log(`\n${paint('bold', `${index + 1}. ${request.title}`)}`);
    tell('Twilio', `POST ${recorded.publicUrl}${request.path}\n${paint('dim', summarise(request.body))}`);
    const response = await fetch(`${origin}${request.path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', 'x-twilio-signature': request.signature },
      body: request.body,
    });
    const type = response.headers.get('content-type');
    tell(
      'answer',
      [`${response.status} ${response.statusText}${type === null ? '' : `, ${type}`}`, await response.text()].filter(Boolean).join('\n'),
    );
  }
  console.log('\nThe whole application is examples/quickstart/app.js. `npm start -- --serve` keeps it running.');
  app.close();
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
  const told = ['From', 'Body', 'Media', 'Digits', 'CallStatus', 'FromCity', 'RecordingStatus', 'RecordingDuration', 'RecordingStartTime'];
  const lines = told.filter((name) => name in payload).map((name) => `${name}: ${JSON.stringify(payload[name])}`);
  tell('payload', lines.join('\n'));
}

function explainHowToCall() {
  const message = recorded.requests.find(({ path }) => path === '/sms');
  if (message === undefined) throw new Error('recorded.json holds no message');
  console.log(`Listening on ${origin}. In another terminal, send the signed webhook of a message:\n`);
  console.log(`curl ${origin}${message.path} -H 'X-Twilio-Signature: ${message.signature}' --data-raw '${message.body}'\n`);
  console.log('Change one character of it, and the answer is a 403. Ctrl+C ends the server.\n');
}

/** @type {(body: string) => string} */
function summarise(body) {
  const parameters = [...new URLSearchParams(body)].filter(([, value]) => value !== '').map(([name, value]) => `${name}=${value}`);
  return `${parameters.slice(0, 4).join('  ')}  … ${parameters.length} parameters`;
}
