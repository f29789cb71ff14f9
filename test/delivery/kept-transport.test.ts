import type { Socket } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { httpTransport, type KeptTransport, makeKeptTransport } from '../../src/delivery/http.js';
import type { HttpRequest } from '../../src/delivery/transport.js';
import { serveHandler, type TestServer } from '../cli/serve.js';

const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

function open(): KeptTransport {
  const transport = makeKeptTransport();
  closers.push(() => transport.close());
  return transport;
}

/** Answers with what came, after `decide` has had a look at how many requests the connection has had before. */
async function startServer(decide: (before: number, socket: Socket) => 'answer' | 'break' | 'wait' = () => 'answer') {
  const sockets = new Map<Socket, number>();
  const server: TestServer = await serveHandler((request, response) => {
    const before = sockets.get(request.socket) ?? 0;
    sockets.set(request.socket, before + 1);
    let body = '';
    request.on('data', (chunk) => {
      body += String(chunk);
    });
    request.on('end', () => {
      const decided = decide(before, request.socket);
      if (decided === 'break') request.socket.destroy();
      else if (decided === 'answer') response.end(body);
    });
  });
  closers.push(() => server.close());
  return { url: new URL(server.origin), sockets };
}

function post(url: URL, body: string): HttpRequest {
  const headers = { 'content-length': String(Buffer.byteLength(body)) };
  return { method: 'POST', url, headers, body, connectMs: 20_000, readMs: 20_000, totalMs: 20_000 };
}

const BODIES = ['a', 'b'.repeat(50_000), '', 'cc'];

describe('Connections that are kept', () => {
  test('carry requests and answers of different lengths, one after the other', async () => {
    const { url, sockets } = await startServer();
    const transport = open();
    for (const body of BODIES) expect(new TextDecoder().decode((await transport.send(post(url, body))).body)).toBe(body);
    expect([...sockets.values()]).toEqual([BODIES.length]);
  });

  test('are one for each request under way, as without', async () => {
    const { url, sockets } = await startServer();
    const transport = open();
    await Promise.all(BODIES.map((body) => transport.send(post(url, body))));
    expect(sockets.size).toBe(BODIES.length);
  });

  test('that the server has closed meanwhile lose nothing', async () => {
    const { url, sockets } = await startServer((before) => (before === 1 ? 'break' : 'answer'));
    const transport = open();
    for (const body of BODIES) expect(new TextDecoder().decode((await transport.send(post(url, body))).body)).toBe(body);
    expect(sockets.size).toBeGreaterThan(1);
  });

  test('do not hide a server that breaks off the first request of a connection', async () => {
    const { url, sockets } = await startServer(() => 'break');
    await expect(open().send(post(url, 'a'))).rejects.toMatchObject({ name: 'HttpFailure', phase: 'read' });
    expect(sockets.size).toBe(1);
  });

  test('that are given up are not tried once more', async () => {
    const { url, sockets } = await startServer((before) => (before === 1 ? 'wait' : 'answer'));
    const transport = open();
    await transport.send(post(url, 'a'));
    const end = new AbortController();
    const sent = transport.send({ ...post(url, 'b'), signal: end.signal });
    while ([...sockets.values()][0] !== 2) await new Promise((resolve) => setTimeout(resolve, 5));
    end.abort();
    await expect(sent).rejects.toMatchObject({ name: 'HttpFailure', message: 'It was given up' });
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect([...sockets.values()]).toEqual([2]);
  });

  test('time out as others do', async () => {
    const { url } = await startServer();
    const transport = open();
    await transport.send(post(url, 'a'));
    const silent = await serveHandler((request) => request.resume());
    closers.push(() => silent.close());
    await expect(transport.send({ ...post(new URL(silent.origin), 'a'), readMs: 100 })).rejects.toMatchObject({ phase: 'read' });
  });
});

test('Without that, each request has a connection of its own', async () => {
  const { url, sockets } = await startServer();
  for (const body of BODIES) expect(new TextDecoder().decode((await httpTransport.send(post(url, body))).body)).toBe(body);
  expect([...sockets.values()]).toEqual(BODIES.map(() => 1));
});
