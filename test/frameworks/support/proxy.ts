// What stands before servers in production: it ends TLS, calls the server by an inner name, and says in headers how it was called itself.
// That the tests' connection to it has no TLS makes no difference to the server.
import { once } from 'node:events';
import { createServer, request as send } from 'node:http';
import type { AddressInfo } from 'node:net';
import { publicOrigin } from './endpoints.js';

export interface Proxy {
  readonly origin: string;
  stop(): void;
}

/** Starts a proxy before a server. */
export async function startProxy(target: string): Promise<Proxy> {
  const inner = new URL(target);
  const { host, protocol } = new URL(publicOrigin);
  const server = createServer((incoming, outgoing) => {
    const headers = { ...incoming.headers, host: inner.host, 'x-forwarded-host': host, 'x-forwarded-proto': protocol.replace(':', '') };
    const onward = send(target, { method: incoming.method, path: incoming.url, headers, agent: false }, (response) => {
      outgoing.writeHead(response.statusCode ?? 502, response.headers);
      response.pipe(outgoing);
    });
    onward.on('error', () => outgoing.writeHead(502).end());
    incoming.pipe(onward);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
