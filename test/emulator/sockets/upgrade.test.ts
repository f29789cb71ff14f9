// Sockets to a real server: `ws` behind `node:http`, verified and read by this library as an application would.
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { type WebSocket, WebSocketServer } from 'ws';
import { createEmulator, type Emulator } from '../../../src/emulator/index.js';
import { verifyUpgrade } from '../../../src/node/index.js';
import { conversationRelay, mediaStream } from '../../../src/webhook/index.js';

const NUMBER = '+15550001111';
const authToken = '0f1e2d3c4b5a69788796a5b4c3d2e1f0';
const RELAY = '<Response><Connect action="/done"><ConversationRelay url="wss://app.example/relay"/></Connect></Response>';
const STREAM = '<Response><Connect><Stream url="wss://app.example/ms"/></Connect><Say>Back again</Say></Response>';

const open: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close();
});

/** A server that answers with a document, verifies upgrades and hands over their sockets. */
function serve(twiml: string, take: (socket: WebSocket) => unknown, token = authToken): Server {
  const sockets = new WebSocketServer({ noServer: true });
  const server = createServer((request, response) => {
    request.resume();
    response.setHeader('content-type', 'text/xml');
    response.end(request.url === '/voice' ? twiml : '<Response><Say>After the talk</Say></Response>');
  });
  server.on('upgrade', async (request, socket, head) => {
    try {
      await verifyUpgrade(request, { authToken: token, publicUrl: 'https://app.example' });
      sockets.handleUpgrade(request, socket, head, take);
    } catch {
      socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n');
    }
  });
  open.push(() => {
    for (const client of sockets.clients) client.terminate();
    server.closeAllConnections();
    server.close();
  });
  return server;
}

function emulate(app: Parameters<typeof createEmulator>[0]['app'], strict = true): Emulator {
  const twilio = createEmulator({
    app,
    publicUrl: 'https://app.example',
    numbers: { [NUMBER]: { voiceUrl: '/voice' } },
    authToken,
    strict,
    // Time is real while a socket is open.
    deviations: { letterMs: 10 },
  });
  open.push(() => twilio.close());
  return twilio;
}

const answering = (socket: WebSocket) =>
  conversationRelay(socket).on('prompt', async ({ voicePrompt }, relay) => {
    await new Promise((resolve) => setTimeout(resolve, 20));
    for (const token of ['You said ', voicePrompt]) relay.send({ type: 'text', token, last: token === voicePrompt });
  });

describe('an upgrade to a server', () => {
  test.each(['server', 'url'])('reaches { %s } signed, and the agent answers prompt after prompt', async (way) => {
    const server = serve(RELAY, answering);
    if (way === 'url') await once(server.listen(0, '127.0.0.1'), 'listening');
    const twilio = emulate(way === 'url' ? { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` } : { server });
    const call = await twilio.phone('+14155550100').call(NUMBER);
    for (const words of ['one', 'two and more', 'x']) {
      await call.say(words, { seconds: 0.1 });
      expect((await call.hear(`You said ${words}`)).latencyMs).toBeGreaterThanOrEqual(15);
    }
    await call.hangUp();
    await twilio.idle();
    expect(twilio.findings).toEqual([]);
  });

  test('is refused with 403 for another token, and the finding says what was signed', async () => {
    const twilio = emulate({ server: serve(RELAY, answering, 'f'.repeat(32)) }, false);
    const call = await twilio.phone('+14155550100').call(NUMBER);
    await call.hear('After the talk');
    expect(twilio.findings).toMatchObject([
      { twilioCode: 64102, message: expect.stringMatching(/403.*wss:\/\/app\.example\/relay.*auth token/) },
    ]);
    expect(twilio.findings[0]?.message).not.toContain(authToken);
    expect(twilio.webhooks.at(-1)?.parameters).toMatchObject({ SessionStatus: 'failed', ErrorCode: '64102' });
  });

  test('finds nobody where nobody listens', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    await new Promise((resolve) => server.close(resolve));
    const dead = STREAM.replace('app.example', 'dead.example');
    const twilio = createEmulator({
      apps: {
        'https://app.example': { fetch: () => new Response(dead, { headers: { 'content-type': 'text/xml' } }) },
        'https://dead.example': { url: `http://127.0.0.1:${port}` },
      },
      numbers: { [NUMBER]: { voiceUrl: '/voice' } },
      strict: false,
    });
    open.push(() => twilio.close());
    const call = await twilio.phone('+14155550100').call(NUMBER);
    await call.hear('Back again');
    expect(twilio.findings).toMatchObject([{ twilioCode: 31902, message: expect.stringContaining('refused') }]);
  });

  test('by ws:// connects, and is found wanting', async () => {
    const twilio = emulate({ server: serve(RELAY.replace('wss:', 'ws:'), answering) }, false);
    const call = await twilio.phone('+14155550100').call(NUMBER);
    await call.say('hello', { seconds: 0.1 });
    await call.hear('You said hello');
    expect(twilio.findings.map(({ twilioCode }) => twilioCode)).toContain(31922);
  });

  test('says in words that another server has no TLS', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    open.push(() => other.close());
    const { port } = other.address() as AddressInfo;
    const twilio = emulate(
      {
        fetch: () => new Response(STREAM.replace('app.example', `localhost:${port}`), { headers: { 'content-type': 'text/xml' } }),
      },
      false,
    );
    const call = await twilio.phone('+14155550100').call(NUMBER);
    await call.hear('Back again');
    expect(twilio.findings.map(({ message }) => message).join()).toMatch(/The server speaks no TLS/);
    expect(twilio.findings.map(({ message }) => message).join()).not.toMatch(/EPROTO|ssl3/);
  });

  test('leads wss:// and https:// before the host that was called to an application that has no TLS', async () => {
    const sockets = new WebSocketServer({ noServer: true });
    const seen: string[] = [];
    const server = createServer((request, response) => {
      request.resume();
      const { host = '' } = request.headers;
      seen.push(`${request.method} ${request.url}`);
      response.setHeader('content-type', 'text/xml');
      response.end(
        request.url === '/voice'
          ? `<Response><Redirect>https://${host}/next</Redirect></Response>`
          : `<Response><Connect><Stream url="wss://${host}/ms"/></Connect><Say>Back again</Say></Response>`,
      );
    });
    server.on('upgrade', async (request, socket, head) => {
      await verifyUpgrade(request, { authToken });
      sockets.handleUpgrade(request, socket, head, (one) => mediaStream(one).on('start', () => one.close()));
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    open.push(() => server.close());
    const { port } = server.address() as AddressInfo;
    const twilio = createEmulator({
      app: { url: `http://localhost:${port}` },
      authToken,
      numbers: { [NUMBER]: { voiceUrl: '/voice' } },
    });
    open.push(() => twilio.close());
    const call = await twilio.phone('+14155550100').call(NUMBER);
    await call.hear('Back again');
    expect(seen).toEqual(['POST /voice', 'POST /next']);
    expect(twilio.webhooks.map(({ url }) => url)).toEqual([`http://localhost:${port}/voice`, `https://localhost:${port}/next`]);
  });

  test('reaches a server of this machine that the document names itself, and no other machine', async () => {
    const server = serve(RELAY, answering).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const twilio = emulate(
      {
        fetch: () =>
          new Response(RELAY.replace('wss://app.example', `ws://localhost:${port}`), { headers: { 'content-type': 'text/xml' } }),
      },
      false,
    );
    const call = await twilio.phone('+14155550100').call(NUMBER);
    await call.stay('50ms');
    expect(twilio.findings.map(({ message }) => message)).toContainEqual(expect.stringContaining('403'));
  });

  test('ends with the agent: a server that dies ends the session, and the call goes on', async () => {
    const twilio = emulate({ server: serve(RELAY, (socket) => socket.on('message', () => socket.terminate())) }, false);
    const call = await twilio.phone('+14155550100').call(NUMBER);
    await call.hear('After the talk');
    expect(twilio.findings).toMatchObject([{ twilioCode: 64105, message: expect.stringContaining('1006') }]);
  });
});

test('closes its sockets with the emulator, though a call goes on', async () => {
  const ends: number[] = [];
  const twilio = emulate({ server: serve(RELAY, (socket) => socket.on('close', (code) => ends.push(code))) });
  const call = await twilio.phone('+14155550100').call(NUMBER);
  await call.say('hello', { seconds: 0.1 });
  await twilio.close();
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(ends).toEqual([1000]);
});

describe('a media stream to a server', () => {
  test('echoes what the person plays, and tells by a mark when it was heard', async () => {
    const outcomes: string[] = [];
    const twilio = emulate({
      server: serve(STREAM, (socket) => {
        const stream = mediaStream(socket);
        let sent = 0;
        stream.on('media', async ({ streamSid, media }) => {
          if (!Buffer.from(media.payload, 'base64').includes(0x10)) return;
          stream.send({ event: 'media', streamSid, media: { payload: media.payload } });
          sent += 1;
          if (sent === 10) outcomes.push(await stream.waitForMark('echoed'));
        });
      }),
    });
    const call = await twilio.phone('+14155550100').call(NUMBER);
    await call.play(new Uint8Array(1600).fill(0x10));
    await call.stay('600ms');
    expect(outcomes).toEqual(['played']);
    expect(call.heard.filter(({ type }) => type === 'speech').length).toBeGreaterThan(0);
    expect(twilio.pacing.frames).toBeGreaterThan(30);
    expect(twilio.pacing.max).toBeGreaterThanOrEqual(twilio.pacing.p50);
  });
});
