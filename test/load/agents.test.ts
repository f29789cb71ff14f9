import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { type WebSocket, WebSocketServer } from 'ws';
import { summarize } from '../../src/load/latencies.js';
import { type LoadResult, LoadRun } from '../../src/load/load-run.js';
import { sendXml } from '../cli/serve.js';
import { makePlan } from './plan.js';

const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

interface Frame {
  readonly type?: string;
  readonly last?: boolean;
  readonly event?: string;
  readonly streamSid?: string;
  readonly media?: { readonly payload: string };
}

/** Three people talk with an agent: each says two things. */
async function talk(noun: string, agent: (socket: WebSocket, frame: Frame) => unknown): Promise<LoadResult> {
  const server = createServer((request, response) => {
    request.resume();
    sendXml(response, `<Response><Connect>${noun}</Connect></Response>`);
  });
  const sockets = new WebSocketServer({ server });
  sockets.on('connection', (socket) => socket.on('message', (data) => agent(socket, JSON.parse(String(data)) as Frame)));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closers.push(() => {
    for (const socket of sockets.clients) socket.terminate();
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  });
  const plan = makePlan(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, {
    publicUrl: 'https://app.example',
    mostStories: 3,
    numbers: { '+12015550123': { voiceUrl: '/voice' } },
    stories: [
      {
        type: 'call',
        acts: [{ does: 'say', words: 'Hello' }, { does: 'say', words: 'Bye' }, { does: 'hang-up' }],
        expected: [],
      },
    ],
  });
  return (await LoadRun.open(plan)).run();
}

/** How long the agents take, in milliseconds. A timer may go off a millisecond early. */
const THINKS_MS = 150;

test('An agent of ConversationRelay is measured to its first token, turn by turn', async () => {
  const { tally } = await talk('<ConversationRelay url="wss://app.example/" welcomeGreeting="Hi"/>', (socket, { type, last }) => {
    if (type !== 'prompt' || last !== true) return;
    setTimeout(() => socket.send(JSON.stringify({ type: 'text', token: 'Well ', last: false })), THINKS_MS);
    setTimeout(() => socket.send(JSON.stringify({ type: 'text', token: 'said.', last: true })), THINKS_MS + 300);
  });
  const { latency, ...counts } = tally.turns.relay;
  expect(counts).toEqual({ asked: 6, answered: 6 });
  expect(summarize(latency).p50).toBeGreaterThanOrEqual(THINKS_MS - 2);
  expect(tally.stories).toMatchObject({ done: 3, failed: 0 });
  expect(tally.turns.stream).toMatchObject({ asked: 0, answered: 0 });
  expect([...tally.reasons]).toEqual([]);
});

test('An agent on a media stream is measured to its first sound after the caller fell silent', async () => {
  const speaking = new WeakSet<WebSocket>();
  const { tally } = await talk('<Stream url="wss://app.example/"/>', (socket, { event, streamSid, media }) => {
    if (event !== 'media' || media === undefined) return;
    const isSilent = Buffer.from(media.payload, 'base64').every((sample) => sample === 0xff || sample === 0x7f);
    if (!isSilent) speaking.add(socket);
    else if (speaking.delete(socket)) {
      const payload = Buffer.alloc(1600, 0x20).toString('base64');
      setTimeout(() => socket.send(JSON.stringify({ event: 'media', streamSid, media: { payload } })), THINKS_MS);
    }
  });
  const { latency, ...counts } = tally.turns.stream;
  expect(counts).toEqual({ asked: 6, answered: 6 });
  expect(summarize(latency).p50).toBeGreaterThanOrEqual(THINKS_MS - 2);
  expect(tally.stories).toMatchObject({ done: 3, failed: 0 });
});

test('An agent that hangs up instead of answering has left a turn unanswered', async () => {
  const { tally } = await talk('<ConversationRelay url="wss://app.example/"/>', (socket, { type, last }) => {
    if (type === 'prompt' && last === true) socket.close(1011);
  });
  expect(tally.turns.relay).toMatchObject({ asked: 3, answered: 0 });
  // Without an answer there is nothing for the second thing that they would say.
  expect(tally.stories).toMatchObject({ done: 0, failed: 3 });
});
