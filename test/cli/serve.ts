import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach } from 'vitest';

/** A request as a server got it. */
export interface Received {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

/** A server that tests own. */
export interface TestServer {
  readonly origin: string;
  readonly port: number;
  readonly received: Received[];
  close(): Promise<void>;
}

/** Serves on this machine, and remembers what came. */
export async function serve(answer: (request: Received, response: ServerResponse) => unknown): Promise<TestServer> {
  const received: Received[] = [];
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    const one = { method: request.method ?? '', url: request.url ?? '', headers: request.headers, body };
    received.push(one);
    await answer(one, response);
  });
  return listen(server, received);
}

/** Serves what handles the stream of a request itself. */
export async function serveHandler(handler: (request: IncomingMessage, response: ServerResponse) => unknown): Promise<TestServer> {
  return listen(createServer(handler), []);
}

/** Keeps the servers that a test starts, and closes them after it. */
export function keepServers(): (starting: Promise<TestServer>) => Promise<TestServer> {
  const servers: TestServer[] = [];
  afterEach(async () => {
    await Promise.all(servers.splice(0).map((server) => server.close()));
  });
  return async (starting) => {
    const server = await starting;
    servers.push(server);
    return server;
  };
}

async function listen(server: Server, received: Received[]): Promise<TestServer> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    ...{ origin: `http://127.0.0.1:${port}`, port, received },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/** Answers with a document. */
export function sendXml(response: ServerResponse, xml: string): void {
  response.setHeader('content-type', 'text/xml').end(xml);
}
