import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { httpTransport } from '../../delivery/http.js';
import { type HttpAnswer, HttpFailure, targetOf } from '../../delivery/transport.js';
import { RequestError } from '../../errors.js';
import { collectBytes } from '../../request/body.js';
import type { ProxiedRequest } from './kept-webhook.js';
import { passUpgrade } from './pass-upgrade.js';

/** How a proxy passes requests on. */
export interface ProxyOptions {
  /** Where they go. Its path is put before theirs. */
  readonly target: URL;
  /** The largest body that is passed on, in bytes. */
  readonly maxBytes: number;
  /** Hears of everything that has passed, after it was answered. */
  readonly onProxied: (proxied: ProxiedRequest) => Promise<void>;
  /** Hears of each upgrade to a WebSocket, once the other side has answered it. */
  readonly onUpgraded?: (upgrade: ProxiedUpgrade) => void;
  /** Hears of what could not be passed on. */
  readonly onFault: (message: string) => void;
  /** Answers by itself what is not to be passed on. */
  readonly intercept?: (request: IncomingMessage) => OwnAnswer | undefined;
  /** Scheme and host that Twilio calls, where they are known: what comes says so then, whatever the tunnel has told. */
  readonly publicOrigin?: () => string | undefined;
}

/** What is answered without asking the server. */
export interface OwnAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** An upgrade that was passed on. */
export interface ProxiedUpgrade extends Pick<ProxiedRequest, 'url' | 'headers'> {
  /** 101 where the server has taken it. */
  readonly status: number;
}

/** Headers of one connection, which the next has its own of. */
const HOP_BY_HOP = [
  ...['connection', 'keep-alive', 'proxy-authenticate', 'proxy-authorization', 'proxy-connection', 'te', 'trailer'],
  ...['transfer-encoding', 'upgrade', 'content-length', 'expect'],
];

/** Makes a server that passes on what it gets. The `Host` stays as it is, as tunnels leave it: signatures are checked against it. */
export function makeProxy(options: ProxyOptions): Server {
  const server = createServer((request, response) => {
    pass(request, response, options).catch((error: unknown) => {
      options.onFault(error instanceof Error ? error.message : String(error));
      if (!response.headersSent) response.writeHead(502).end();
    });
  });
  const sockets = new Set<Duplex>();
  server.on('upgrade', (request, socket, head) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    void upgrade(request, socket, head, options);
  });
  const closeAll = server.closeAllConnections.bind(server);
  // Node does not count a connection among its own any more once it was upgraded, and would wait for it for ever.
  server.closeAllConnections = () => {
    for (const socket of sockets) socket.destroy();
    closeAll();
  };
  return server;
}

async function pass(request: IncomingMessage, response: ServerResponse, options: ProxyOptions): Promise<void> {
  const own = options.intercept?.(request);
  if (own !== undefined) {
    // What is left of a body would be taken for the next request.
    request.resume();
    response.writeHead(own.status, own.headers).end(own.body);
    return;
  }
  const at = new Date();
  const body = await readBody(request, options.maxBytes);
  if (body === undefined) {
    response.writeHead(413, { connection: 'close' }).end();
    return options.onFault(`${request.method} ${request.url}: the body is larger than ${options.maxBytes} bytes`);
  }
  const answer = await forward(request, body, options);
  if (typeof answer === 'string') {
    response.writeHead(502, { 'content-type': 'text/plain' }).end(`${answer}\n`);
    return options.onFault(answer);
  }
  response.writeHead(answer.status, answer.statusText, dropHopByHop(answer.headers));
  response.end(answer.body);
  await options.onProxied(describeProxied(request, body, answer, at, options));
}

async function upgrade(request: IncomingMessage, socket: Duplex, head: Uint8Array, options: ProxyOptions): Promise<void> {
  const own = options.intercept?.(request);
  if (own !== undefined) {
    const headers = Object.entries({ ...own.headers, connection: 'close' }).map(([name, value]) => `${name}: ${value}\r\n`);
    socket.end(`HTTP/1.1 ${own.status} \r\n${headers.join('')}\r\n${own.body ?? ''}`);
    return;
  }
  const { url, query } = resolveTarget(request, options);
  const headers = { ...request.headers, ...forwardedHeaders(options) };
  const { status, fault } = await passUpgrade(socket, head, { origin: url, path: targetOf({ url, query }), headers });
  if (fault !== undefined) options.onFault(fault);
  options.onUpgraded?.({ url: publicUrlOf(request, options), headers: request.headers, status });
}

async function readBody(request: IncomingMessage, maxBytes: number): Promise<Uint8Array | undefined> {
  try {
    return await collectBytes(request.iterator({ destroyOnReturn: false }), maxBytes);
  } catch (error) {
    if (error instanceof RequestError && error.code === 'REQUEST_BODY_TOO_LARGE') return undefined;
    throw error;
  }
}

async function forward(request: IncomingMessage, body: Uint8Array, options: ProxyOptions): Promise<HttpAnswer | string> {
  const { method = 'GET' } = request;
  const headers = { ...(dropHopByHop(request.headers) as Record<string, string>), ...forwardedHeaders(options) };
  const limits = { connectMs: 5_000, readMs: 60_000, totalMs: 60_000 };
  try {
    return await httpTransport.send({ method, ...resolveTarget(request, options), headers, body, ...limits });
  } catch (error) {
    if (error instanceof HttpFailure) return error.message;
    throw error;
  }
}

function resolveTarget({ url: text = '/' }: IncomingMessage, { target }: ProxyOptions): { readonly url: URL; readonly query: string } {
  const [path, query] = splitTarget(text);
  const url = new URL(target);
  // As text: assigning to `pathname` would decide what `..` means.
  url.pathname = `${target.pathname.replace(/\/$/, '')}${path}`;
  return { url, query };
}

function forwardedHeaders({ publicOrigin }: ProxyOptions): Record<string, string> {
  const origin = publicOrigin?.();
  if (origin === undefined) return {};
  const { protocol, host } = new URL(origin);
  return { 'x-forwarded-proto': protocol.slice(0, -1), 'x-forwarded-host': host };
}

function splitTarget(target: string): readonly [path: string, query: string] {
  const path = target.replace(/^[a-z]+:\/\/[^/?]*/i, '');
  const question = path.indexOf('?');
  return question === -1 ? [path, ''] : [path.slice(0, question), path.slice(question)];
}

function dropHopByHop(headers: HttpAnswer['headers']): Record<string, string | string[]> {
  const kept = Object.entries(headers).filter(([name, value]) => value !== undefined && !HOP_BY_HOP.includes(name));
  return Object.fromEntries(kept) as Record<string, string | string[]>;
}

function describeProxied(request: IncomingMessage, body: Uint8Array, answer: HttpAnswer, at: Date, options: ProxyOptions): ProxiedRequest {
  const { method = 'GET', headers } = request;
  const { status, durationMs } = answer;
  const isText = answer.headers['content-encoding'] === undefined;
  return {
    ...{ method, headers, at, url: publicUrlOf(request, options) },
    body: new TextDecoder().decode(body),
    response: { status, headers: answer.headers, durationMs, body: isText ? new TextDecoder().decode(answer.body) : '' },
  };
}

/** Where the public URL is, only a tunnel or a proxy before this one can tell, unless it is known. */
function publicUrlOf({ headers, url = '/' }: IncomingMessage, { publicOrigin }: ProxyOptions): string {
  const scheme = String(headers['x-forwarded-proto'] ?? 'http').split(',', 1)[0];
  const host = String(headers['x-forwarded-host'] ?? headers.host ?? 'localhost').split(',', 1)[0];
  return `${publicOrigin?.() ?? `${scheme}://${host}`}${splitTarget(url).join('')}`;
}
