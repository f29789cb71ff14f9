// Both WebSocket protocols, from a client of the real `ws` package to servers of every kind: the upgrade is signed by the code of Twilio's
// own library, as it signs them.
import { once } from 'node:events';
import { join } from 'node:path';
import { ConversationRelayCommand } from 'ringback/payloads/conversation-relay';
import { MediaStreamsCommand } from 'ringback/payloads/media-streams';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { type SocketServer, startFastify, startFastify4, startWs } from './sockets/on-node.js';
import { bun, deno, root } from './support/binaries.js';
import { start } from './support/processes.js';
import { sign } from './support/requests.js';
import { startWorker } from './support/workerd.js';

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

const server = (name: string) => join(root, 'test/frameworks/sockets', name);

/** Starts a server of a runtime's own. */
async function startProgram(command: string, ...parts: string[]): Promise<SocketServer> {
  const program = start(command, parts);
  const [, port] = await program.waitFor(/^listening (\d+)$/);
  return { host: `127.0.0.1:${port}`, stop: () => program.stop() };
}

const denoFlags = ['run', '--allow-all', '--no-lock', '--node-modules-dir=manual'];

describe.each<[string, () => Promise<SocketServer>]>([
  ['ws', startWs],
  ['Fastify', startFastify],
  ['Fastify 4', startFastify4],
  ['Bun', () => startProgram(bun, server('bun.js'))],
  ['Deno', () => startProgram(deno, ...denoFlags, server('deno.js'))],
  ['workerd', () => startWorker(server('worker.js'))],
])('on %s', (_, startServer) => {
  let running: SocketServer;
  let host: string;

  beforeAll(async () => {
    running = await startServer();
    host = running.host;
  });
  afterAll(() => running?.stop());

  /** Connects as Twilio does, with the signature of a URL that begins with wss. */
  function connect(path: string, signedUrl = `wss://${host}${path}`, headers: Record<string, string> = {}): WebSocket {
    return new WebSocket(`ws://${host}${path}`, { headers: { 'x-twilio-signature': sign(signedUrl), ...headers } });
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

    test('is accepted, read and written to', async () => {
      const frames = [{ event: 'connected', protocol: 'Call', version: '1.0.0' }, started, media];
      const answers = await exchange(connect('/media'), frames, 2);
      expect(answers.map((answer) => MediaStreamsCommand.parse(answer))).toEqual([
        { event: 'mark', streamSid, mark: { name: 'started' } },
        { event: 'media', streamSid, media: { payload: 'AAAA' } },
      ]);
    });

    test('goes on when Twilio sends what nobody knows yet, or no JSON at all', async () => {
      const answers = await exchange(connect('/media'), [{ event: 'hologram' }, 'no JSON', '[1]'], 3);
      expect(answers.map((answer) => MediaStreamsCommand.parse(answer).event)).toEqual(['clear', 'clear', 'clear']);
    });

    test('may be signed with a slash that was not configured', async () => {
      const [answer] = await exchange(connect('/media', `wss://${host}/media/`), [started], 1);
      expect(answer).toBeDefined();
    });

    test('is refused before it is accepted when it was signed for https, for another path, or by nobody', async () => {
      expect(await refusal(connect('/media', `https://${host}/media`))).toBe(403);
      expect(await refusal(connect('/media', `wss://${host}/relay`))).toBe(403);
      expect(await refusal(new WebSocket(`ws://${host}/media`))).toBe(403);
      expect(await refusal(connect('/media', 'wss://public.example/media', { 'x-forwarded-host': 'public.example' }))).toBe(403);
    });

    test('is accepted behind a proxy that is trusted', async () => {
      const forwarded = { 'x-forwarded-host': 'public.example', 'x-forwarded-proto': 'https' };
      const [answer] = await exchange(connect('/forwarded', 'wss://public.example/forwarded', forwarded), [started], 1);
      expect(answer).toBeDefined();
    });
  });

  describe('a conversation relay', () => {
    test('is accepted, read and written to', async () => {
      const prompt = { type: 'prompt', voicePrompt: 'Hello', lang: 'en-US', last: true };
      const [answer] = await exchange(connect('/relay?lang=en'), [setup, prompt], 1);
      expect(ConversationRelayCommand.parse(answer)).toEqual({ type: 'text', token: 'You said Hello', last: true });
    });

    test('goes on when Twilio sends what nobody knows yet', async () => {
      const [answer] = await exchange(connect('/relay'), [setup, { type: 'mood', value: 'good' }], 1);
      expect(ConversationRelayCommand.parse(answer)).toEqual({ type: 'end' });
    });

    test('is refused with the signature of another query', async () => {
      expect(await refusal(connect('/relay?lang=en', `wss://${host}/relay?lang=de`))).toBe(403);
    });
  });
});
