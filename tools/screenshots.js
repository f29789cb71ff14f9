// Takes the pictures of the console that docs/console.md shows, of a console that really runs: `npm run screenshots`. They are made small by
// pngquant, which comes from Debian where it is missing, as Chromium and the font do.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import { chromium } from 'playwright-core';
import { createEmulator } from '../dist/emulator/index.js';

/** What a page of the documentation may load for one picture. */
const LARGEST = 80_000;

const OUT = 'docs/pictures/console';
const ADA = '+14155550100';
const GRACE = '+14155550101';
const ALAN = '+14155550102';
const OFFICE = '+15550001111';
const MEETING = '+15550002222';

const TYPES = new Map([
  ['.html', 'text/html; charset=utf-8'],
  ['.js', 'text/javascript'],
  ['.css', 'text/css'],
  ['.svg', 'image/svg+xml'],
]);

const menu = (/** @type {string} */ greeting) => `<?xml version="1.0" encoding="UTF-8"?>
<Response>
  <Gather input="dtmf speech" numDigits="1" action="/menu" timeout="20" language="en">
    <Say voice="Polly.Joanna">${greeting}</Say>
  </Gather>
  <Say>We did not hear anything. Goodbye.</Say>
</Response>`;

/** What callers hear; it changes after the first call, so that there is a difference to show. */
let greeting = 'Welcome to the harbour office. Press one for opening hours.';

/** @param {Request} request */
async function answer(request) {
  const { pathname } = new URL(request.url);
  const parameters = new URLSearchParams(await request.text());
  /** @type {Readonly<Record<string, string>>} */
  const documents = {
    '/voice': menu(greeting),
    '/menu': '<Response><Say>We are open from nine to five, and on Saturdays until noon.</Say><Pause length="90"/></Response>',
    '/meeting': '<Response><Dial><Conference>harbour</Conference></Dial></Response>',
    '/sms': `<Response><Message>${parameters.get('Body')?.includes('photo') ? '<Body>Thank you!</Body></Message><Gather numDigits="1"/><Message to="harbour">A photo came in' : 'Yes, from nine to five. Reply STOP to hear no more.'}</Message></Response>`,
  };
  const body = documents[pathname];
  return body === undefined ? new Response(null, { status: 204 }) : new Response(body, { headers: { 'content-type': 'text/xml' } });
}

const folder = 'dist/console';
const pages = new Map(
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => TYPES.has(extname(file)))
    .map((file) => [file, { contentType: TYPES.get(extname(file)) ?? '', content: new Uint8Array(readFileSync(join(folder, file))) }]),
);
const twilio = createEmulator({
  app: { fetch: answer },
  clock: 'steered',
  strict: false,
  now: '2026-11-30T09:41:00Z',
  numbers: {
    [OFFICE]: { voiceUrl: '/voice', smsUrl: '/sms', statusCallback: '/status', friendlyName: 'Harbour office' },
    [MEETING]: { voiceUrl: '/meeting' },
  },
});
const names = new Map([
  [ADA, 'Ada Lovelace'],
  [GRACE, 'Grace Hopper'],
  [ALAN, 'Alan Turing'],
]);
for (const address of names.keys()) twilio.phone(address, { answersAfter: false });
const describeApplication = () => ({ command: 'npm run dev', url: 'http://127.0.0.1:3000', state: 'up' });
/** What `ringback dev` shows beside is not published. @type {{}} */
const control = { control: { pages, names, describeApplication } };
const { url, token } = await twilio.listen(control);
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
mkdirSync(OUT, { recursive: true });

/** @param {{ name: string, place: string, width?: number, height?: number, colorScheme?: 'light' | 'dark', act?: (page: import('playwright-core').Page) => Promise<void> }} picture */
async function take({ name, place, width = 1280, height = 760, colorScheme = 'light', act }) {
  const context = await browser.newContext({ viewport: { width, height }, colorScheme, reducedMotion: 'reduce' });
  const page = await context.newPage();
  await page.goto(`${url}/?token=${token}`);
  await page.getByRole('navigation', { name: 'Screens' }).waitFor();
  await page.evaluate((hash) => {
    location.hash = `#/${hash}`;
  }, place);
  await page.locator('.main[aria-busy=false] > *').first().waitFor();
  await act?.(page);
  await page.waitForTimeout(600);
  const file = join(OUT, `${name}.png`);
  await page.screenshot({ path: file });
  await context.close();
  const made = spawnSync('pngquant', ['--force', '--strip', '--speed', '1', '--output', file, '64', file], { stdio: 'inherit' });
  if (made.status !== 0) throw new Error(`pngquant could not make ${file} small`);
  const { size } = statSync(file);
  if (size > LARGEST) throw new Error(`${file} has ${size} bytes: ${LARGEST} are the most`);
  console.log(`${file} ${size}`);
}

await take({ name: 'first-steps', place: 'setup' });
await twilio.phone(ADA).text(OFFICE, 'Hello, is the pier open today?');
await twilio.phone(ADA).text(OFFICE, 'Here is a photo of it');
const earlier = await twilio.phone(ADA).call(OFFICE);
await earlier.hear('Press one');
await earlier.hangUp();
greeting = 'Welcome to the harbour office. Press one for opening hours, two for the meeting.';
const call = await twilio.phone(ADA).call(OFFICE);
await call.hear('two for the meeting');
await call.press('1');
await take({ name: 'phone', place: `phones/${encodeURIComponent(ADA)}` });
await take({ name: 'narrow', place: `phones/${encodeURIComponent(ADA)}`, width: 390, height: 760, colorScheme: 'dark' });
const seqOf = (/** @type {string} */ kind, /** @type {number} */ at) =>
  twilio.webhooks.filter((attempt) => attempt.kind === kind).at(at)?.seq;
await take({ name: 'timeline', place: `timeline/${seqOf('voice.incoming', 1)}` });
await take({
  name: 'compare',
  place: `timeline/${seqOf('voice.incoming', 1)}`,
  act: (page) => page.getByRole('tab', { name: 'Compare' }).click(),
});
await take({ name: 'findings', place: `timeline/${seqOf('messaging.incoming', 1)}`, colorScheme: 'dark' });
await call.hangUp();
for (const person of [ADA, GRACE, ALAN]) await twilio.phone(person).call(MEETING);
await twilio.phone(GRACE).calls.at(-1)?.say('Good morning, everybody.');
await take({ name: 'conference', place: `phones/${encodeURIComponent([ADA, GRACE, ALAN].join(','))}`, width: 1440 });
await take({ name: 'call', place: `call/${twilio.phone(ADA).calls.at(-1)?.sid}` });
await browser.close();
await twilio.close();
