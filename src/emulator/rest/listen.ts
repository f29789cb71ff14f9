import { isLoopback } from '../../delivery/loopback.js';
import type { World } from '../world.js';
import { Answers } from './answers.js';
import { answerRest } from './rest.js';

/** Where to listen. */
export interface ListenOptions {
  /** @default one that is free */
  readonly port?: number | undefined;
  /** An address of this machine. @default '127.0.0.1' */
  readonly host?: string | undefined;
}

/** A server that answers. */
export interface Listening {
  /** Such as `http://127.0.0.1:4010`. */
  readonly url: string;
  /** Stops it, and breaks off what is under way. */
  close(): Promise<void>;
}

/** How long in real time the other side has to read an answer before anything follows from it: Twilio is never faster. */
const READING_MS = 20;

/** The largest request that is read. */
const LARGEST = 2_000_000;

/** What is used of a request of `node:http`. */
interface NodeRequest extends AsyncIterable<Uint8Array> {
  readonly method?: string;
  readonly url?: string;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
}

/** What is used of a response of `node:http`. */
interface NodeResponse {
  writeHead(status: number, headers: Readonly<Record<string, string>>): void;
  end(body?: Uint8Array): void;
  once(event: 'close', listener: () => void): void;
}

/** What is used of a server of `node:http`. */
interface NodeServer {
  listen(port: number, host: string, done: () => void): void;
  once(event: 'error', listener: (error: Error) => void): void;
  address(): { readonly port: number } | string | null;
  close(done: () => void): void;
  closeAllConnections(): void;
}

interface NodeHttp {
  createServer(listener: (request: NodeRequest, response: NodeResponse) => void): NodeServer;
}

/**
 * Answers over HTTP what `rest()` answers in this process: all products, told apart by the `Host` header, or by the first part of the path,
 * as in `/verify/v2/Services`.
 *
 * @param readWorld - Gives the world that is the emulator's at the time.
 * @throws Error when the port is taken.
 */
export async function listenForRest(readWorld: () => World, { port = 0, host = '127.0.0.1' }: ListenOptions): Promise<Listening> {
  // Runtimes without servers load this module too, and never come here.
  const { createServer } = (await import('node:http' as string)) as NodeHttp;
  const server = createServer((request, response) => {
    const world = readWorld();
    void world.part(Answers).during(respond(request, response, world));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const address = server.address();
  const name = host.includes(':') ? `[${host}]` : host;
  return {
    url: `http://${name}:${typeof address === 'object' && address !== null ? address.port : port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** The clock stands until the answer is out: what a request sets going is never told before. */
async function respond(request: NodeRequest, response: NodeResponse, world: World): Promise<void> {
  const closed = new Promise<void>((resolve) => {
    response.once('close', resolve);
  });
  const answer = await answerOrRefuse(request, world);
  response.writeHead(answer.status, Object.fromEntries(answer.headers));
  response.end(new Uint8Array(await answer.arrayBuffer()));
  await closed;
  await new Promise<void>((resolve) => {
    world.afterRealTime(READING_MS, resolve);
  });
}

async function answerOrRefuse(request: NodeRequest, world: World): Promise<Response> {
  try {
    const { host } = request.headers;
    const own = new URL(`http://${String(host ?? '127.0.0.1')}`);
    const { hostname, port } = own;
    if (!isAllowed(own)) return refuse(403, 'This host name is not one that leads here');
    const web = await makeRequest(request, String(host ?? '127.0.0.1'));
    if (web === undefined) return refuse(413, 'The request is too large');
    const other = hostname === 'localhost' ? '127.0.0.1' : 'localhost';
    const isHere = !hostname.endsWith('.twilio.com');
    return await answerRest(web, world, isHere ? { elsewhere: `http://${other}:${port}` } : {});
  } catch (error) {
    return refuse(500, error instanceof Error ? error.message : String(error));
  }
}

/** A page of another site could make a browser ask this server by a name of its own: such names are refused. */
function isAllowed(url: URL): boolean {
  return isLoopback(url) || /\.(?:twilio|twiliocdn)\.com$/.test(url.hostname);
}

function refuse(status: number, message: string): Response {
  return Response.json({ code: null, message, more_info: null, status }, { status });
}

/** @returns `undefined` when the body is too large. */
async function makeRequest(request: NodeRequest, host: string): Promise<Request | undefined> {
  const { method = 'GET', url = '/' } = request;
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) if (value !== undefined) headers.set(name, String(value));
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of request) {
    size += part.length;
    if (size > LARGEST) return undefined;
    parts.push(part);
  }
  const body = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    body.set(part, at);
    at += part.length;
  }
  const hasBody = method !== 'GET' && method !== 'HEAD';
  return new Request(new URL(url, `http://${host}`), { method, headers, ...(hasBody && { body }) });
}
