// Calls the servers of webhook-server.js, each a process of its own, and asks them what time of the processor they took. Requests are bytes that
// were made before and go out on plain sockets, since a client that takes longer than its server measures itself.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { signRequest } from '../dist/signature/index.js';

export const authToken = '0123456789abcdef0123456789abcdef';

/** An incoming message, with the parameters and the order that Twilio sends. */
export const form = new URLSearchParams({
  ToCountry: 'US',
  ToState: 'CA',
  SmsMessageSid: 'SM11223344556677889900aabbccddeeff',
  NumMedia: '0',
  ToCity: 'SAN FRANCISCO',
  FromZip: '94105',
  SmsSid: 'SM11223344556677889900aabbccddeeff',
  FromState: 'CA',
  SmsStatus: 'received',
  FromCity: 'SAN FRANCISCO',
  Body: 'Hello there, what time do you open?',
  FromCountry: 'US',
  To: '+12015550123',
  ToZip: '94105',
  NumSegments: '1',
  MessageSid: 'SM11223344556677889900aabbccddeeff',
  AccountSid: 'AC0123456789abcdef0123456789abcdef',
  From: '+14155550100',
  ApiVersion: '2010-04-01',
}).toString();

/**
 * Starts a server.
 *
 * @param {string} which
 */
export async function startServer(which) {
  const child = fork(new URL('webhook-server.js', import.meta.url), [which, authToken], { execArgv: ['--expose-gc'] });
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`The server ${which} ended with ${code} before it listened`);
  });
  const [{ port }] = await Promise.race([once(child, 'message'), ended]);
  ended.catch(() => undefined);
  const url = `http://127.0.0.1:${port}/sms`;
  return { which, child, port, url, signature: signRequest({ url, body: form }, { authToken }) };
}

/** Asks a server for its `time`, in microseconds, or for its `memory`. */
export async function ask({ child }, what) {
  child.send(what);
  const [answer] = await once(child, 'message');
  return answer;
}

/** Opens connections to a server and keeps all of them busy for a while, again and again. */
export async function openLoad(server, connections) {
  const head = [
    'POST /sms HTTP/1.1',
    `Host: 127.0.0.1:${server.port}`,
    'Content-Type: application/x-www-form-urlencoded; charset=utf-8',
    `Content-Length: ${form.length}`,
    'User-Agent: TwilioProxy/1.1',
    'Accept: */*',
    `X-Twilio-Signature: ${server.signature}`,
    'I-Twilio-Idempotency-Token: 0f4cfe52-9e1c-4a0d-9e4f-7c8d5c1b0a2f',
  ];
  const request = Buffer.from(`${head.join('\r\n')}\r\n\r\n${form}`);
  const sockets = await Promise.all(Array.from({ length: connections }, () => open(server.port)));
  return {
    /** The microseconds of the processor that the server spends on an answer, and how many there were. */
    async measure(milliseconds) {
      const before = await ask(server, 'time');
      const until = performance.now() + milliseconds;
      const counts = await Promise.all(sockets.map((socket) => drive(socket, request, until)));
      const answers = counts.reduce((sum, count) => sum + count, 0);
      return { answers, time: ((await ask(server, 'time')) - before) / answers };
    },
    close() {
      for (const socket of sockets) socket.destroy();
      server.child.disconnect();
    },
  };
}

async function open(port) {
  const socket = connect(port, '127.0.0.1').setNoDelay(true);
  await once(socket, 'connect');
  return socket;
}

/** Sends one request after another. Resolves to how many were answered. */
function drive(socket, request, until) {
  return new Promise((resolve, reject) => {
    let answers = 0;
    let text = '';
    const finish = (settle, value) => {
      socket.off('data', read).off('close', fail);
      settle(value);
    };
    const fail = () => finish(reject, new Error('A server closed a connection'));
    const read = (bytes) => {
      text += bytes.toString('latin1');
      if (!isWhole(text)) return;
      if (!text.startsWith('HTTP/1.1 200')) return finish(reject, new Error(`A server answered ${text}`));
      text = '';
      answers += 1;
      if (performance.now() < until) socket.write(request);
      else finish(resolve, answers);
    };
    socket.on('data', read).on('close', fail);
    if (socket.destroyed) fail();
    else socket.write(request);
  });
}

function isWhole(text) {
  const head = text.indexOf('\r\n\r\n');
  const [, length] = /content-length: (\d+)/i.exec(text) ?? [];
  return head !== -1 && (length === undefined ? text.endsWith('\r\n0\r\n\r\n') : text.length >= head + 4 + Number(length));
}
