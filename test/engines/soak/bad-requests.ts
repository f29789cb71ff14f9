// What the internet sends to a port that Twilio calls: requests that are unsigned, wrong, slow, huge or broken off.
import { connect } from 'node:net';
import { accountSid, formOf, message, sign } from '../../frameworks/support/requests.js';
import { pause } from '../support/engine.js';
import type { Random } from '../support/random.js';

/** What came of one: the status, or `none` where the connection ended without one. */
export type Came = number | 'none';

/** Writes to a connection, and says when it is done with it. */
type Write = (send: (data: string | Uint8Array) => void, random: Random) => Promise<'wait' | 'leave'>;

interface BadRequest {
  readonly write: Write;
  /** What it may be answered by. A server that hangs up while a body is under way gives `none`. */
  readonly answers: readonly Came[];
}

const FORM = 'content-type: application/x-www-form-urlencoded';

const head = (method: string, path: string, ...lines: readonly string[]): string =>
  `${[`${method} ${path} HTTP/1.1`, 'host: 127.0.0.1', 'connection: close', ...lines].join('\r\n')}\r\n\r\n`;

const body = formOf({ ...message, Body: 'Hello' });
const signature = `x-twilio-signature: ${sign('http://elsewhere.example/sms', body)}`;

/** Sends the parts one after another. */
const sends =
  (...parts: readonly (string | Uint8Array)[]): Write =>
  async (send) => {
    for (const part of parts) send(part);
    return 'wait';
  };

const HUGE = new Uint8Array(4_000_000).fill(0x61);

export const badRequests: Readonly<Record<string, BadRequest>> = {
  unsigned: { write: sends(head('POST', '/sms', FORM, `content-length: ${body.length}`), body), answers: [403] },
  'signed for another URL': { write: sends(head('POST', '/sms', FORM, signature, `content-length: ${body.length}`), body), answers: [403] },
  'of another method': { write: sends(head('PUT', '/sms', signature, 'content-length: 0')), answers: [403, 405] },
  huge: { write: sends(head('POST', '/sms', FORM, signature, `content-length: ${HUGE.length}`), HUGE), answers: [413, 408, 'none'] },
  'huge, of no length': {
    write: sends(head('POST', '/sms', FORM, signature, 'transfer-encoding: chunked'), `${HUGE.length.toString(16)}\r\n`, HUGE, '\r\n'),
    answers: [413, 408, 'none'],
  },
  'with a huge header': { write: sends(head('POST', '/sms', `x-twilio-signature: ${'a'.repeat(20_000)}`)), answers: [431, 'none'] },
  'no HTTP': {
    write: sends(
      Uint8Array.from({ length: 300 }, (_, at) => (at * 89) % 256),
      '\r\n\r\n',
    ),
    answers: [400, 'none'],
  },
  'no form': {
    write: sends(head('POST', '/sms', 'content-type: application/json', signature, 'content-length: 2'), '[['),
    answers: [400, 403],
  },
  slow: {
    async write(send) {
      send(head('POST', '/sms', FORM, signature, 'content-length: 1000'));
      for (let sent = 0; sent < 30; sent += 1) {
        send('a');
        await pause(100);
      }
      return 'wait';
    },
    answers: [408, 'none'],
  },
  'broken off in the head': {
    async write(send) {
      send('POST /sms HTTP/1.1\r\nhost: 127');
      await pause(50);
      return 'leave';
    },
    answers: ['none'],
  },
  'broken off in the body': {
    async write(send, random) {
      send(head('POST', '/sms', FORM, signature, 'content-length: 100000'));
      send(HUGE.subarray(0, random.between(1, 90_000)));
      await pause(random.between(1, 100));
      return 'leave';
    },
    answers: ['none'],
  },
  'left before the answer': {
    async write(send, random) {
      const form = formOf({ ...message, AccountSid: accountSid, Body: 'Nobody waits' });
      send(head('POST', '/sms', FORM, `x-twilio-signature: ${sign('http://127.0.0.1/sms', form)}`, `content-length: ${form.length}`));
      send(form);
      await pause(random.between(0, 5));
      return 'leave';
    },
    answers: ['none', 200],
  },
};

/** How long an answer is waited for. */
const PATIENCE_MS = 15_000;

/** Sends one to a port of this machine. @returns What came; `undefined` where nothing listened. */
export function sendBad(name: string, port: number, random: Random): Promise<Came | undefined> {
  return new Promise((resolve) => {
    let answer = '';
    let isConnected = false;
    const socket = connect(port, '127.0.0.1');
    socket.setTimeout(PATIENCE_MS, () => socket.destroy());
    socket.on('data', (data) => {
      if (answer.length < 100) answer += data;
    });
    socket.on('error', () => undefined);
    socket.on('close', () => {
      const status = /^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1];
      resolve(isConnected ? (status === undefined ? 'none' : Number(status)) : undefined);
    });
    socket.on('connect', async () => {
      isConnected = true;
      const end = await badRequests[name]?.write((data) => void (socket.writable && socket.write(data)), random);
      if (end === 'leave') socket.destroy();
    });
  });
}
