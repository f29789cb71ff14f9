import {
  createServer,
  Agent as HttpAgent,
  type IncomingMessage,
  type RequestListener,
  request as requestHttp,
  type Server,
} from 'node:http';
import { Agent as HttpsAgent, request as requestHttps } from 'node:https';
import { collectBytes } from '../request/body.js';
import { originOf, startListening, stopListening } from './listening.js';
import {
  type FailurePhase,
  type HttpAnswer,
  HttpFailure,
  type HttpRequest,
  LARGEST_ANSWER,
  type Transport,
  targetOf,
} from './transport.js';

/** Sends requests over HTTP, each over a connection of its own. */
export const httpTransport: Transport = { send: (request) => sendHttp(request) };

/** A transport that keeps its connections and uses them again, until it is closed. */
export interface KeptTransport extends Transport {
  close(): void;
}

/** Sends requests over HTTP as a proxy does that stands before a server: a connection that has served one request serves the next. */
export function makeKeptTransport(): KeptTransport {
  const settings = { keepAlive: true, scheduling: 'lifo' } as const;
  const agents = { 'http:': new HttpAgent(settings), 'https:': new HttpsAgent(settings) };
  return {
    send: (request) => sendHttp(request, agents[request.url.protocol as keyof typeof agents]),
    close() {
      for (const agent of Object.values(agents)) agent.destroy();
    },
  };
}

/** What handles the requests of a Node server, such as an Express application. */
export type { RequestListener };

/** A transport that has something open. */
export interface ListenerTransport extends Transport {
  /** Where it listens, such as `http://127.0.0.1:3000`. It is made to listen where it does not yet. */
  origin(): Promise<string>;
  /** Ends what was opened here, and leaves a server alone that had been listening before. */
  close(): Promise<void>;
}

/**
 * Hands requests to what handles those of a Node server. It is served on a port of this machine from the first request on, and the request
 * says, as a proxy that ends TLS would, what public URL it is for.
 */
export function makeListenerTransport(listener: RequestListener): ListenerTransport {
  return makeServerTransport(createServer(listener));
}

/** The same for a server, which listens from the first request on where it does not yet. */
export function makeServerTransport(server: Server): ListenerTransport {
  let starting: Promise<boolean> | undefined;
  const origin = async () => {
    starting ??= startListening(server);
    await starting;
    const found = originOf(server);
    if (found === undefined) throw new HttpFailure('connect', 'The server listens on no port', 0);
    return found;
  };
  return {
    origin,
    async send(request) {
      const { host, protocol } = request.url;
      const forwarded = { host, 'x-forwarded-proto': protocol.slice(0, -1), 'x-forwarded-host': host };
      const url = Object.assign(new URL(request.url), { protocol: 'http:', host: new URL(await origin()).host });
      return sendHttp({ ...request, url, headers: { ...forwarded, ...request.headers } });
    },
    async close() {
      const isOurs = await starting;
      starting = undefined;
      if (isOurs) await stopListening(server);
    },
  };
}

function sendHttp(request: HttpRequest, agent: HttpAgent | false = false): Promise<HttpAnswer> {
  const { method, url, headers, body, signal, ...limits } = request;
  const start = performance.now();
  const isSecure = url.protocol === 'https:';
  const { promise, resolve, reject } = makeDeferred<HttpAnswer>();
  let phase: FailurePhase = 'connect';
  let isOver = false;
  const fail = (failed: FailurePhase, message: string) => {
    isOver = true;
    reject(new HttpFailure(failed, message, performance.now() - start));
    client.destroy();
  };
  const target = { hostname: url.hostname.replace(/^\[(.*)\]$/, '$1'), port: url.port, path: targetOf(request) };
  const client = (isSecure ? requestHttps : requestHttp)({ ...target, method, headers, agent });
  const total = setTimeout(() => fail('total', `No whole answer within ${limits.totalMs} ms`), limits.totalMs);
  const connect = setTimeout(() => fail('connect', `No connection within ${limits.connectMs} ms`), limits.connectMs);
  const read = setTimeout(() => fail(phase, `Nothing came for ${limits.readMs} ms`), limits.readMs);
  const connected = () => {
    clearTimeout(connect);
    phase = 'read';
    read.refresh();
  };
  client.on('socket', (socket) => {
    if (client.reusedSocket) connected();
    else socket.once(isSecure ? 'secureConnect' : 'connect', connected);
  });
  client.on('error', (error: NodeJS.ErrnoException) => {
    // A server may close a kept connection at the moment at which it is used again, and has then seen nothing of the request.
    const isStale = !isOver && client.reusedSocket && phase === 'read' && (error.code === 'ECONNRESET' || error.code === 'EPIPE');
    if (isStale) resolve(sendHttp(request));
    else fail(phase, describeFault(error, url));
  });
  client.on('response', (response) => {
    phase = 'partial';
    response.on('data', () => read.refresh());
    readAnswer(response, start, limits.largest).then(resolve, (error: unknown) => fail('partial', (error as Error).message));
  });
  const giveUp = () => fail(phase, 'It was given up');
  signal?.addEventListener('abort', giveUp);
  client.end(body);
  return promise.finally(() => {
    signal?.removeEventListener('abort', giveUp);
    for (const timer of [total, connect, read]) clearTimeout(timer);
  });
}

async function readAnswer(response: IncomingMessage, start: number, largest = LARGEST_ANSWER): Promise<HttpAnswer> {
  const body = await collectBytes(response, largest);
  const { statusCode: status = 0, statusMessage: statusText = '', headers } = response;
  return { status, statusText, headers, body, durationMs: performance.now() - start };
}

function describeFault(error: NodeJS.ErrnoException, url: URL): string {
  if (error.code === 'ECONNREFUSED') return `Nothing listens on ${url.host}; is the server running?`;
  if (error.code === 'ENOTFOUND') return `There is no host ${url.hostname}`;
  if (error.code === 'EPROTO' || error.code === 'ERR_SSL_WRONG_VERSION_NUMBER')
    return `${url.host} does not speak TLS; is it http://${url.host} that is meant?`;
  // Both addresses of `localhost` refused: the joint error says nothing by itself.
  return error.message === '' ? `${error.code ?? 'The request failed'}: ${url.host}` : error.message;
}

function makeDeferred<Value>(): {
  readonly promise: Promise<Value>;
  readonly resolve: (value: Value | Promise<Value>) => void;
  readonly reject: (error: Error) => void;
} {
  let resolve: (value: Value | Promise<Value>) => void = () => undefined;
  let reject: (error: Error) => void = () => undefined;
  const promise = new Promise<Value>((onResolve, onReject) => {
    resolve = onResolve;
    reject = onReject;
  });
  return { promise, resolve, reject };
}
