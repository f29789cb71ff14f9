// A server that answers the requests of these tests as Twilio's REST API does, and keeps what it was asked.
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What came, as far as the tests look at it. */
export interface Asked {
  readonly method: string | undefined;
  readonly host: string | undefined;
  readonly path: string | undefined;
  readonly authorization: string | undefined;
  readonly body: string;
  /** Which connection it came over, counted from 1. */
  readonly connection: number;
}

export interface TwilioServer {
  readonly url: string;
  readonly asked: Asked[];
  close(): Promise<void>;
}

const ACCOUNT = '/2010-04-01/Accounts/AC00000000000000000000000000000001';
const IMAGE = Buffer.from('GIF89a, or nearly');

export async function startTwilio(): Promise<TwilioServer> {
  const asked: Asked[] = [];
  const connections = new Map<unknown, number>();
  const server = createServer(async (request, response) => {
    if (!connections.has(request.socket)) connections.set(request.socket, connections.size + 1);
    const { method, url: path, headers } = request;
    const { host, authorization } = headers;
    asked.push({ method, host, path, authorization, body: await readBody(request), connection: connections.get(request.socket) ?? 0 });
    answer(request, response, asked.at(-1)?.body ?? '');
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    asked,
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

function answer({ method, url = '', headers: { host } }: IncomingMessage, response: ServerResponse, body: string): void {
  const { pathname, searchParams } = new URL(url, 'http://127.0.0.1');
  const json = (status: number, value: unknown) =>
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
  const given = Object.fromEntries(new URLSearchParams(body));
  if (host === 'mms.twiliocdn.com') return void response.writeHead(200, { 'content-type': 'image/gif' }).end(IMAGE);
  if (pathname.endsWith('/Media/ME00000000000000000000000000000001')) {
    return void response.writeHead(307, { location: 'https://mms.twiliocdn.com/AC/picture' }).end();
  }
  if (pathname.endsWith('/Media/ME00000000000000000000000000000001.json')) {
    return void json(200, { sid: 'ME00000000000000000000000000000001', content_type: 'image/gif', uri: pathname });
  }
  if (pathname === `${ACCOUNT}/Messages.json` && method === 'POST') {
    return void json(201, { sid: `SM${'1'.padStart(32, '0')}`, to: given['To'], body: given['Body'], status: 'queued' });
  }
  if (pathname === `${ACCOUNT}/Calls.json` && method === 'POST') {
    return void json(201, { sid: `CA${'1'.padStart(32, '0')}`, to: given['To'], status: 'queued' });
  }
  if (pathname === `${ACCOUNT}/Messages.json`) {
    const page = Number(searchParams.get('Page') ?? 0);
    const messages = [1, 2].map((index) => ({ sid: `SM${String(page * 2 + index).padStart(32, '0')}`, body: 'b'.repeat(page + 1) }));
    return void json(200, {
      messages,
      page,
      page_size: 2,
      next_page_uri: page === 0 ? `${ACCOUNT}/Messages.json?PageSize=2&Page=1` : null,
    });
  }
  if (host === 'taskrouter.twilio.com') {
    return void json(200, {
      tasks: [{ sid: 'WT1', attributes: '{}' }],
      meta: { key: 'tasks', page: 0, page_size: 50, next_page_url: null },
    });
  }
  json(404, { code: 20404, message: `The requested resource ${pathname} was not found`, more_info: '', status: 404 });
}
