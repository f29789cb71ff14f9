// WebSocket servers on Node: the `ws` package alone, and Fastify with its plugin.
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import websocket from '@fastify/websocket';
import fastify from 'fastify';
import type { RingbackError } from 'ringback';
import { verifyUpgrade } from 'ringback/node';
import type { SocketSource } from 'ringback/webhook';
import { WebSocketServer } from 'ws';
import { answerSocket, upgradeOptions } from './answer.js';

/** Packages of old, whose types name those of today. */
const require = createRequire(import.meta.url);
const fastify4 = require('fastify-4');
const websocket9 = require('websocket-9');

/** A server that is running. */
export interface SocketServer {
  readonly host: string;
  stop(): unknown;
}

export async function startWs(): Promise<SocketServer> {
  const sockets = new WebSocketServer({ noServer: true });
  const server = createServer((_request, response) => response.writeHead(426).end());
  server.on('upgrade', async (request, socket, head) => {
    const [path = ''] = (request.url ?? '').split('?', 1);
    try {
      await verifyUpgrade(request, upgradeOptions(path));
    } catch (error) {
      socket.end(`HTTP/1.1 ${(error as RingbackError).status} Refused\r\nConnection: close\r\n\r\n`);
      return;
    }
    sockets.handleUpgrade(request, socket, head, (webSocket) => answerSocket(path, webSocket));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    host: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () => {
      for (const client of sockets.clients) client.terminate();
      server.close();
    },
  };
}

/** Fastify 4 with the last plugin that hands out a stream which has the socket. */
export async function startFastify4(): Promise<SocketServer> {
  const app = fastify4();
  await app.register(websocket9);
  for (const path of ['/media', '/relay', '/forwarded'])
    app.get(
      path,
      {
        websocket: true,
        preValidation: async ({ raw }: { raw: IncomingMessage }) => void (await verifyUpgrade(raw, upgradeOptions(path))),
      },
      (stream: SocketSource) => void answerSocket(path, stream),
    );
  const origin: string = await app.listen({ port: 0, host: '127.0.0.1' });
  return { host: origin.replace('http://', ''), stop: () => app.close() };
}

export async function startFastify(): Promise<SocketServer> {
  const app = fastify();
  await app.register(websocket);
  for (const path of ['/media', '/relay', '/forwarded'])
    app.get(
      path,
      { websocket: true, preValidation: async ({ raw }) => void (await verifyUpgrade(raw, upgradeOptions(path))) },
      (socket) => void answerSocket(path, socket),
    );
  const origin = await app.listen({ port: 0, host: '127.0.0.1' });
  return { host: origin.replace('http://', ''), stop: () => app.close() };
}
