// Draws the pictures of docs/concepts.md and docs/signature.md: what happens between Twilio and a server, in time from top to bottom. They are
// narrow, so that a phone shows them large enough to read. Run it after a change here; a test compares.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { escapeText, writeSvg } from './picture.js';

const folder = resolve(import.meta.dirname, '../docs/pictures/concepts');
const WIDTH = 420;

/** @typedef {{ readonly x: number, readonly y: number, readonly width: number, readonly lines: readonly string[], readonly colour?: string }} Box */

/**
 * The files by their names.
 *
 * @returns {ReadonlyMap<string, string>}
 */
export function drawConcepts() {
  return new Map([
    ['life-of-a-webhook.svg', drawLife()],
    ['what-is-signed.svg', drawSigned()],
    ['two-lanes.svg', drawLanes()],
  ]);
}

/** @type {(x: number, y: number, text: string, options?: { colour?: string, size?: number, anchor?: string, weight?: number }) => string} */
function write(x, y, text, { colour = 'ink', size = 13, anchor = 'start', weight = 400 } = {}) {
  return `<text class="p-${colour}" x="${x}" y="${y}" font-size="${size}" font-weight="${weight}" text-anchor="${anchor}">${escapeText(text)}</text>`;
}

/**
 * A box with a line of text, or several, in its middle. The first is a heading where there are more.
 *
 * @param {Box} box
 */
function drawBox({ x, y, width, lines, colour = 'line' }) {
  const height = heightOf(lines);
  return [
    `<rect class="p-${colour}" x="${x}" y="${y}" width="${width}" height="${height}" rx="8"/>`,
    `<rect class="p-box" x="${x + 1}" y="${y + 1}" width="${width - 2}" height="${height - 2}" rx="7"/>`,
    ...lines.map((text, index) =>
      write(x + width / 2, y + 22 + index * 18, text, {
        anchor: 'middle',
        colour: index === 0 ? 'ink' : 'faint',
        weight: index === 0 && lines.length > 1 ? 600 : 400,
      }),
    ),
  ];
}

/** @param {readonly string[]} lines */
function heightOf(lines) {
  return 16 + lines.length * 18;
}

/** @type {(from: readonly [number, number], to: readonly [number, number], colour?: string) => string} */
function drawArrow([fromX, fromY], [toX, toY], colour = 'line') {
  const isAcross = fromY === toY;
  const back = isAcross ? Math.sign(toX - fromX) * 8 : Math.sign(toY - fromY) * 8;
  const shaft = isAcross
    ? `<rect class="p-${colour}" x="${Math.min(fromX, toX - back)}" y="${fromY - 0.75}" width="${Math.abs(toX - back - fromX)}" height="1.5"/>`
    : `<rect class="p-${colour}" x="${fromX - 0.75}" y="${Math.min(fromY, toY - back)}" width="1.5" height="${Math.abs(toY - back - fromY)}"/>`;
  const head = isAcross
    ? `${toX},${toY} ${toX - back},${toY - 5} ${toX - back},${toY + 5}`
    : `${toX},${toY} ${toX - 5},${toY - back} ${toX + 5},${toY - back}`;
  return `${shaft}<polygon class="p-${colour}" points="${head}"/>`;
}

/** Two sides with a line each, and what goes from one to the other. */
function drawLife() {
  const body = [
    ...drawBox({ x: 10, y: 10, width: 130, lines: ['Twilio'] }),
    ...drawBox({ x: 250, y: 10, width: 160, lines: ['Your server'] }),
  ];
  body.push(drawArrow([75, 44], [75, 476]), drawArrow([330, 44], [330, 476]));
  /** @type {(y: number, direction: 'ask' | 'answer', text: string, detail: string) => void} */
  const send = (y, direction, text, detail) => {
    const isAsking = direction === 'ask';
    body.push(drawArrow(isAsking ? [80, y] : [325, y], isAsking ? [325, y] : [80, y], isAsking ? 'accent' : 'good'));
    body.push(
      write(202, y - 9, text, { anchor: 'middle', weight: 600 }),
      write(202, y + 18, detail, { anchor: 'middle', colour: 'faint' }),
    );
  };
  send(84, 'ask', 'POST /voice, a form', 'signed with your auth token');
  body.push(
    ...drawBox({
      x: 150,
      y: 120,
      width: 260,
      lines: [
        'webhook()',
        '1. is it Twilio? else 403',
        '2. read it into a type',
        '3. your handler, within 14 s',
        '4. check what it returns',
      ],
    }),
  );
  send(264, 'answer', '200, TwiML', 'what Twilio is to do next');
  body.push(...drawBox({ x: 10, y: 300, width: 240, lines: ['Twilio runs it', 'says, plays, waits for a key'] }));
  send(394, 'ask', 'POST to its action', 'the key that was pressed');
  send(450, 'answer', '200, TwiML', '… until the call ends');
  return writeSvg({
    width: WIDTH,
    height: 490,
    title: 'Life of a webhook: Twilio asks, your server answers, Twilio runs the answer and asks again.',
    body,
  });
}

function drawSigned() {
  const body = [write(10, 24, 'What you gave Twilio', { weight: 600 })];
  body.push(...drawBox({ x: 10, y: 36, width: 400, lines: ['https://example.com/sms?shop=7'], colour: 'accent' }));
  body.push(write(10, 100, 'What Twilio sends in the form, sorted by name', { weight: 600 }));
  body.push(...drawBox({ x: 10, y: 112, width: 400, lines: ['Body  hi    From  +14155550100    To  +12015550123'], colour: 'accent' }));
  body.push(drawArrow([120, 150], [120, 186], 'accent'), write(136, 174, 'put together as one text', { colour: 'faint' }));
  body.push(...drawBox({ x: 10, y: 190, width: 400, lines: ['https://example.com/sms?shop=7Bodyhi', 'From+14155550100To+12015550123'] }));
  body.push(drawArrow([120, 246], [120, 286], 'accent'), write(136, 272, 'HMAC-SHA1, with your auth token', { colour: 'faint' }));
  body.push(...drawBox({ x: 10, y: 290, width: 400, lines: ['X-Twilio-Signature', '28 characters of base64'], colour: 'good' }));
  body.push(write(10, 370, 'Changed on the way, and no longer right', { weight: 600, colour: 'bad' }));
  for (const [index, text] of [
    'http in place of https: TLS ended at a proxy',
    'localhost in place of your host',
    'a form that a parser changed',
    'the token of another account',
  ].entries()) {
    body.push(write(24, 394 + index * 22, `– ${text}`));
  }
  return writeSvg({
    width: WIDTH,
    height: 476,
    title: 'What is signed: the URL as Twilio knows it, then each parameter, hashed with your auth token.',
    body,
  });
}

function drawLanes() {
  const left = { x: 10, width: 195 };
  const right = { x: 215, width: 195 };
  const body = [
    write(107, 22, 'Questions', { anchor: 'middle', weight: 600 }),
    write(107, 40, 'one at a time; the call waits', { anchor: 'middle', colour: 'faint' }),
    write(312, 22, 'Callbacks', { anchor: 'middle', weight: 600 }),
    write(312, 40, 'sent at once; nobody waits', { anchor: 'middle', colour: 'faint' }),
  ];
  const questions = [
    ['voice.incoming', 'you answer: <Gather>'],
    ['voice.gather', 'you answer: <Dial>'],
    ['voice.dial', 'you answer: <Record>'],
    ['voice.record', 'you answer: <Hangup>'],
  ];
  const callbacks = [
    ['ringing', 'of the leg'],
    ['no-answer', 'of the leg'],
    ['completed', 'of the call'],
    ['recording is ready', 'perhaps minutes later'],
  ];
  for (const [index, lines] of questions.entries()) {
    const y = 56 + index * 84;
    body.push(...drawBox({ ...left, y, lines, colour: 'accent' }));
    if (index < questions.length - 1) body.push(drawArrow([107, y + 53], [107, y + 82], 'accent'));
  }
  for (const [index, lines] of callbacks.entries()) body.push(...drawBox({ ...right, y: 168 + index * 66, lines, colour: 'good' }));
  body.push(write(312, 448, 'may come twice, or out of order', { anchor: 'middle', colour: 'faint' }));
  return writeSvg({
    width: WIDTH,
    height: 462,
    title: 'Two lanes of a call: questions, which the call waits for, and callbacks, which travel on their own.',
    body,
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  mkdirSync(folder, { recursive: true });
  for (const [file, text] of drawConcepts()) writeFileSync(join(folder, file), text);
  console.log('docs/pictures/concepts written');
}
