import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { httpTransport } from '../../delivery/http.js';
import { type HttpAnswer, HttpFailure } from '../../delivery/transport.js';
import { RequestError } from '../../errors.js';
import { collectBytes } from '../../request/body.js';
import type { ProxiedRequest } from './kept-webhook.js';

/** How a proxy passes requests on. */
export interface ProxyOptions {
  /** Where they go. Its path is put before theirs. */
  readonly target: URL;
  /** The largest body that is passed on, in bytes. */
  readonly maxBytes: number;
  /** Hears of everything that has passed, after it was answered. */
  readonly onProxied: (proxied: ProxiedRequest) => Promise<void>;
  /** Hears of what could not be passed on. */
  readonly onFault: (message: string) => void;
}

/** Headers of one connection, which the next has its own of. */
const HOP_BY_HOP = [
  ...['connection', 'keep-alive', 'proxy-authenticate', 'proxy-authorization', 'proxy-connection', 'te', 'trailer'],
  ...['transfer-encoding', 'upgrade', 'content-length', 'expect'],
];

/** Makes a server that passes on what it gets. The `Host` stays as it is, as tunnels leave it: signatures are checked against it. */
export function makeProxy(options: ProxyOptions): Server {
  return createServer((request, response) => {
    pass(request, response, options).catch((error: unknown) => {
      options.onFault(error instanceof Error ? error.message : String(error));
      if (!response.headersSent) response.writeHead(502).end();
    });
  });
}

async function pass(request: IncomingMessage, response: ServerResponse, options: ProxyOptions): Promise<void> {
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
  await options.onProxied(describeProxied(request, body, answer, at));
}

async function readBody(request: IncomingMessage, maxBytes: number): Promise<Uint8Array | undefined> {
  try {
    return await collectBytes(request.iterator({ destroyOnReturn: false }), maxBytes);
  } catch (error) {
    if (error instanceof RequestError && error.code === 'REQUEST_BODY_TOO_LARGE') return undefined;
    throw error;
  }
}

async function forward(request: IncomingMessage, body: Uint8Array, { target }: ProxyOptions): Promise<HttpAnswer | string> {
  const { method = 'GET', headers } = request;
  const [path = '/', query] = splitTarget(request.url ?? '/');
  const url = new URL(target);
  // As text: assigning to `pathname` would decide what `..` means.
  url.pathname = `${target.pathname.replace(/\/$/, '')}${path}`;
  const sent = dropHopByHop(headers) as Record<string, string>;
  try {
    return await httpTransport.send({ method, url, query, headers: sent, body, connectMs: 5_000, readMs: 60_000, totalMs: 60_000 });
  } catch (error) {
    if (error instanceof HttpFailure) return error.message;
    throw error;
  }
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

function describeProxied(request: IncomingMessage, body: Uint8Array, answer: HttpAnswer, at: Date): ProxiedRequest {
  const { method = 'GET', url = '/', headers } = request;
  const { status, durationMs } = answer;
  // Where the public URL is, only a tunnel or a proxy before this one can tell.
  const scheme = String(headers['x-forwarded-proto'] ?? 'http').split(',', 1)[0];
  const host = String(headers['x-forwarded-host'] ?? headers.host ?? 'localhost').split(',', 1)[0];
  const isText = answer.headers['content-encoding'] === undefined;
  return {
    ...{ method, headers, at, url: `${scheme}://${host}${splitTarget(url).join('')}` },
    body: new TextDecoder().decode(body),
    response: { status, headers: answer.headers, durationMs, body: isText ? new TextDecoder().decode(answer.body) : '' },
  };
}
