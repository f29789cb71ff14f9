// Both WebSocket protocols over the real `ws` package: the upgrade is signed by the code of Twilio's own library, as it signs them.
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { MediaStreamsMessage, type RingbackError, writeFrame } from 'ringback';
import { verifyUpgrade } from 'ringback/node';
import { ConversationRelayCommand, ConversationRelayMessage } from 'ringback/payloads/conversation-relay';
import { MediaStreamsCommand } from 'ringback/payloads/media-streams';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import { authToken, sign } from './support/requests.js';

const streamSid = 'MZ11223344556677889900aabbccddeeff';
const callSid = 'CA1a2b3c4d5e6f70811a2b3c4d5e6f7081';
const accountSid = 'AC0123456789abcdef0123456789abcdef';

const started = {
  event: 'start',
  sequenceNumber: '1',
  streamSid,
  start: {
    accountSid,
    callSid,
    streamSid,
    tracks: ['inbound'],
    mediaFormat: { encoding: 'audio/x-mulaw', sampleRate: 8000, channels: 1 },
    customParameters: { name: 'Anna' },
  },
};
const setup = {
  type: 'setup',
  sessionId: 'VX00000000000000000000000000000000',
  accountSid,
  callSid,
  from: '+14155550100',
  to: '+12015550123',
  direction: 'inbound',
  callType: 'PSTN',
  callStatus: 'RINGING',
  customParameters: {},
};

const stops: (() => void)[] = [];
let origin: string;
let host: string;

beforeAll(async () => {
  const sockets = new WebSocketServer({ noServer: true });
  const server = createServer((_request, response) => response.writeHead(426).end());
  server.on('upgrade', async (request, socket, head) => {
    try {
      await verifyUpgrade(request, { authToken, trustForwarded: request.url === '/forwarded' });
    } catch (error) {
      socket.end(`HTTP/1.1 ${(error as RingbackError).status} Refused\r\nConnection: close\r\n\r\n`);
      return;
    }
    sockets.handleUpgrade(request, socket, head, (webSocket) => {
      if (request.url?.startsWith('/relay')) answerRelay(webSocket);
      else answerStream(webSocket);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  origin = `ws://${host}`;
  stops.push(() => {
    for (const client of sockets.clients) client.terminate();
    server.close();
  });
});
afterAll(() => {
  for (const stop of stops) stop();
});

/** Sends every sound back, and a mark when the stream begins. */
function answerStream(socket: WebSocket): void {
  socket.on('message', (data) => {
    const message = MediaStreamsMessage.parse(data);
    if (message.event === 'start') socket.send(writeFrame({ event: 'mark', streamSid: message.streamSid, mark: { name: 'started' } }));
    if (message.event === 'media')
      socket.send(writeFrame({ event: 'media', streamSid: message.streamSid, media: { payload: message.media.payload } }));
    if (message.event === undefined) socket.send(writeFrame({ event: 'clear', streamSid }));
  });
}

/** Says what it was asked. */
function answerRelay(socket: WebSocket): void {
  socket.on('message', (data) => {
    const message = ConversationRelayMessage.parse(data);
    if (message.type === 'prompt') socket.send(writeFrame({ type: 'text', token: `You said ${message.voicePrompt}`, last: true }));
    if (message.type === undefined) socket.send(writeFrame({ type: 'end' }));
  });
}

/** Connects as Twilio does, with the signature of a URL that begins with wss. */
function connect(path: string, signedUrl = `wss://${host}${path}`, headers: Record<string, string> = {}): WebSocket {
  return new WebSocket(`${origin}${path}`, { headers: { 'x-twilio-signature': sign(signedUrl), ...headers } });
}

async function refusal(socket: WebSocket): Promise<number | undefined> {
  socket.on('error', () => undefined);
  const [, response] = await once(socket, 'unexpected-response');
  response.resume();
  return response.statusCode;
}

/** Sends frames and waits for as many answers. */
async function exchange(socket: WebSocket, frames: readonly (string | object)[], answers: number): Promise<Buffer[]> {
  const received: Buffer[] = [];
  const all = new Promise<void>((resolve) => {
    socket.on('message', (data: Buffer) => {
      received.push(data);
      if (received.length === answers) resolve();
    });
  });
  await once(socket, 'open');
  for (const frame of frames) socket.send(typeof frame === 'string' ? frame : JSON.stringify(frame));
  await all;
  socket.close();
  return received;
}

describe('a media stream', () => {
  const media = {
    event: 'media',
    sequenceNumber: '2',
    streamSid,
    media: { track: 'inbound', chunk: '1', timestamp: '5', payload: 'AAAA' },
  };

  it('is accepted, read and written to', async () => {
    const frames = [{ event: 'connected', protocol: 'Call', version: '1.0.0' }, started, media];
    const answers = await exchange(connect('/media'), frames, 2);
    expect(answers.map((answer) => MediaStreamsCommand.parse(answer))).toEqual([
      { event: 'mark', streamSid, mark: { name: 'started' } },
      { event: 'media', streamSid, media: { payload: 'AAAA' } },
    ]);
  });

  it('goes on when Twilio sends what nobody knows yet, or no JSON at all', async () => {
    const answers = await exchange(connect('/media'), [{ event: 'hologram' }, 'no JSON', '[1]'], 3);
    expect(answers.map((answer) => MediaStreamsCommand.parse(answer).event)).toEqual(['clear', 'clear', 'clear']);
  });

  it('may be signed with a slash that was not configured', async () => {
    const [answer] = await exchange(connect('/media', `wss://${host}/media/`), [started], 1);
    expect(answer).toBeDefined();
  });

  it('is refused before it is accepted when it was signed for https, for another path, or by nobody', async () => {
    expect(await refusal(connect('/media', `https://${host}/media`))).toBe(403);
    expect(await refusal(connect('/media', `wss://${host}/relay`))).toBe(403);
    expect(await refusal(new WebSocket(`${origin}/media`))).toBe(403);
    expect(await refusal(connect('/media', 'wss://public.example/media', { 'x-forwarded-host': 'public.example' }))).toBe(403);
  });

  it('is accepted behind a proxy that is trusted', async () => {
    const forwarded = { 'x-forwarded-host': 'public.example', 'x-forwarded-proto': 'https' };
    const [answer] = await exchange(connect('/forwarded', 'wss://public.example/forwarded', forwarded), [started], 1);
    expect(answer).toBeDefined();
  });
});

describe('a conversation relay', () => {
  it('is accepted, read and written to', async () => {
    const prompt = { type: 'prompt', voicePrompt: 'Hello', lang: 'en-US', last: true };
    const [answer] = await exchange(connect('/relay?lang=en'), [setup, prompt], 1);
    expect(ConversationRelayCommand.parse(answer)).toEqual({ type: 'text', token: 'You said Hello', last: true });
  });

  it('goes on when Twilio sends what nobody knows yet', async () => {
    const [answer] = await exchange(connect('/relay'), [setup, { type: 'mood', value: 'good' }], 1);
    expect(ConversationRelayCommand.parse(answer)).toEqual({ type: 'end' });
  });

  it('is refused with the signature of another query', async () => {
    expect(await refusal(connect('/relay?lang=en', `wss://${host}/relay?lang=de`))).toBe(403);
  });
});
