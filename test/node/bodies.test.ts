import { once } from 'node:events';
import { createServer } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readWebhook, webhook } from '../../src/node/index.js';
import { IncomingMessage } from '../../src/payloads/index.js';
import { signRequest } from '../../src/signature/index.js';
import { messagingResponse } from '../../src/twiml/index.js';
import { authToken, message } from '../webhook/requests.js';

const server = createServer(
  webhook(IncomingMessage, { authToken, onRejected: () => undefined }, ({ Body }) => messagingResponse().message(Body)),
);
let origin = '';

beforeAll(async () => {
  await once(server.listen(0, '127.0.0.1'), 'listening');
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => server.close());

/** The head and the body of a signed message. */
function writeRequest(text: string, signature?: string): readonly [head: string, body: string] {
  const body = new URLSearchParams({ ...message, Body: text }).toString();
  const signed = signature ?? signRequest({ url: `${origin}/sms`, body }, { authToken });
  const lines = ['POST /sms HTTP/1.1', `Host: ${origin.slice('http://'.length)}`, 'Content-Type: application/x-www-form-urlencoded'];
  return [`${[...lines, `Content-Length: ${body.length}`, `X-Twilio-Signature: ${signed}`].join('\r\n')}\r\n\r\n`, body];
}

/** Writes pieces one after another, each in a packet of its own, and reads the answer. */
async function exchange(socket: Socket, pieces: readonly string[]): Promise<string> {
  const [last = '', ...earlier] = [...pieces].reverse();
  for (const piece of earlier.reverse()) {
    await new Promise((resolve) => socket.write(piece, resolve));
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  socket.write(last);
  let answer = '';
  while (!isWhole(answer)) answer += String((await once(socket, 'data'))[0]);
  return answer;
}

function isWhole(answer: string): boolean {
  const [head, body] = answer.split('\r\n\r\n');
  return body !== undefined && body.length === Number(/content-length: (\d+)/i.exec(head ?? '')?.[1] ?? 0);
}

test('One connection carries bodies that come with their heads, behind them and in pieces, and refusals in between', async () => {
  const socket = connect(Number(new URL(origin).port), '127.0.0.1').setNoDelay(true);
  const [head, body] = writeRequest('behind it');
  const [longHead, longBody] = writeRequest('x'.repeat(3000));
  const [badHead, badBody] = writeRequest('hi', 'AAAAAAAAAAAAAAAAAAAAAAAAAAA=');
  const answers = [
    await exchange(socket, [writeRequest('at once').join('')]),
    await exchange(socket, [head, body]),
    await exchange(socket, [badHead + badBody]),
    await exchange(socket, [longHead + longBody.slice(0, 100), longBody.slice(100, 1000), longBody.slice(1000)]),
    await exchange(socket, [badHead, badBody]),
    await exchange(socket, [writeRequest('a last word').join('')]),
  ];
  socket.destroy();
  expect(answers.map((answer) => answer.slice(9, 12))).toEqual(['200', '200', '403', '200', '403', '200']);
  for (const answer of answers) expect(answer).not.toMatch(/connection: close/i);
  for (const [at, text] of [
    [0, 'at once'] as const,
    [1, 'behind it'] as const,
    [3, 'x'.repeat(3000)] as const,
    [5, 'a last word'] as const,
  ])
    expect(answers[at]).toContain(`<Message>${text}</Message>`);
});

test('Requests that are sent before the first is answered are all answered, in their order', async () => {
  const socket = connect(Number(new URL(origin).port), '127.0.0.1');
  socket.write(['one', 'the second', 'a third one'].map((text) => writeRequest(text).join('')).join(''));
  let answers = '';
  while (!answers.includes('a third one')) answers += String((await once(socket, 'data'))[0]);
  socket.destroy();
  expect(answers).toMatch(/<Message>one<.*<Message>the second<.*<Message>a third one</s);
});

describe('A stream', () => {
  /** A request whose body is a stream, as test clients and platforms make them up. */
  const read = (stream: Readable, headers: Readonly<Record<string, string>> = {}, options = {}) => {
    const signed = { 'x-twilio-signature': 'AAAAAAAAAAAAAAAAAAAAAAAAAAA=', host: 'example.com', ...headers };
    return readWebhook(Object.assign(stream, { method: 'POST', url: '/sms', headers: signed }), { authToken, ...options });
  };

  test('of text in place of bytes is refused, also where all of it is there', async () => {
    const stream = Readable.from([Buffer.from('a=b')], { objectMode: false }).setEncoding('utf8');
    await expect(read(stream)).rejects.toMatchObject({ code: 'REQUEST_MALFORMED' });
    const buffered = new Readable({ read: () => undefined }).setEncoding('utf8');
    buffered.push('a=b');
    await expect(read(buffered, { 'content-length': '3' })).rejects.toMatchObject({ code: 'REQUEST_MALFORMED' });
  });

  test('that is too large is left where it is, and what goes wrong with it later ends nothing', async () => {
    const stream = new Readable({ read: () => undefined });
    stream.push('x'.repeat(100));
    await expect(read(stream, {}, { maxBodyBytes: 10 })).rejects.toMatchObject({ code: 'REQUEST_BODY_TOO_LARGE' });
    expect(stream.destroyed).toBe(false);
    expect(stream.isPaused()).toBe(true);
    const closed = new Promise((resolve) => stream.on('close', resolve));
    stream.destroy(new Error('reset'));
    await closed;
  });

  test('that breaks off, or ends without an end, is no finished body', async () => {
    const broken = new Readable({ read: () => undefined });
    const refused = expect(read(broken)).rejects.toMatchObject({
      code: 'REQUEST_MALFORMED',
      message: 'The body broke off before its end.',
    });
    setTimeout(() => broken.destroy(), 20);
    await refused;
  });
});
