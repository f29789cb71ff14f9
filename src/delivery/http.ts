import { type IncomingHttpHeaders, type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { collectBytes } from '../webhook/body.js';

/** A request to send. */
export interface HttpRequest {
  readonly method: string;
  /** Where it goes. */
  readonly url: URL;
  /** The query with its question mark, as text: `URL` would change some of what was signed. @default that of `url` */
  readonly query?: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
  /** How long connecting may take, TLS included, in milliseconds. */
  readonly connectMs: number;
  /** How long the first byte, and each further one, may be waited for. */
  readonly readMs: number;
  /** How long all of it may take. */
  readonly totalMs: number;
}

/** The answer to a request. */
export interface HttpAnswer {
  readonly status: number;
  readonly statusText: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Uint8Array;
  /** From the first attempt to connect to the last byte, in milliseconds. */
  readonly durationMs: number;
}

/** Where a request failed: while connecting, while waiting for the answer, in the midst of it, or because time was up. */
export type FailurePhase = 'connect' | 'read' | 'partial' | 'total';

/** Nobody answered, or nobody in time. */
export class HttpFailure extends Error {
  override readonly name = 'HttpFailure';
  readonly phase: FailurePhase;
  readonly durationMs: number;

  constructor(phase: FailurePhase, message: string, durationMs: number) {
    super(message);
    this.phase = phase;
    this.durationMs = durationMs;
  }
}

/** No answer to a webhook is nearly as large; what is larger is no answer. */
const LARGEST_ANSWER = 4 * 1024 * 1024;

/**
 * Sends a request over a connection of its own, and follows no redirect.
 *
 * @throws HttpFailure when there is no whole answer in time.
 */
export function sendHttp({ method, url, query = url.search, headers, body, ...limits }: HttpRequest): Promise<HttpAnswer> {
  const start = performance.now();
  const isSecure = url.protocol === 'https:';
  const { promise, resolve, reject } = makeDeferred<HttpAnswer>();
  let phase: FailurePhase = 'connect';
  const fail = (failed: FailurePhase, message: string) => {
    reject(new HttpFailure(failed, message, performance.now() - start));
    client.destroy();
  };
  const path = `${url.pathname}${query}`.replaceAll(/[^\x21-\x7E]+/g, encodeURIComponent);
  const target = { hostname: url.hostname.replace(/^\[(.*)\]$/, '$1'), port: url.port, path };
  const client = (isSecure ? requestHttps : requestHttp)({ ...target, method, headers, agent: false });
  const total = setTimeout(() => fail('total', `No whole answer within ${limits.totalMs} ms`), limits.totalMs);
  const connect = setTimeout(() => fail('connect', `No connection within ${limits.connectMs} ms`), limits.connectMs);
  const read = setTimeout(() => fail(phase, `Nothing came for ${limits.readMs} ms`), limits.readMs);
  client.on('socket', (socket) =>
    socket.once(isSecure ? 'secureConnect' : 'connect', () => {
      clearTimeout(connect);
      phase = 'read';
      read.refresh();
    }),
  );
  client.on('error', (error) => fail(phase, describeFault(error, url)));
  client.on('response', (response) => {
    phase = 'partial';
    response.on('data', () => read.refresh());
    readAnswer(response, start).then(resolve, (error: unknown) => fail('partial', (error as Error).message));
  });
  client.end(body);
  return promise.finally(() => {
    for (const timer of [total, connect, read]) clearTimeout(timer);
  });
}

async function readAnswer(response: IncomingMessage, start: number): Promise<HttpAnswer> {
  const body = await collectBytes(response, LARGEST_ANSWER);
  const { statusCode: status = 0, statusMessage: statusText = '', headers } = response;
  return { status, statusText, headers, body, durationMs: performance.now() - start };
}

function describeFault(error: NodeJS.ErrnoException, url: URL): string {
  if (error.code === 'ECONNREFUSED') return `Nothing listens on ${url.host}; is the server running?`;
  if (error.code === 'ENOTFOUND') return `There is no host ${url.hostname}`;
  // Both addresses of `localhost` refused: the joint error says nothing by itself.
  return error.message === '' ? `${error.code ?? 'The request failed'}: ${url.host}` : error.message;
}

function makeDeferred<Value>(): {
  readonly promise: Promise<Value>;
  readonly resolve: (value: Value) => void;
  readonly reject: (error: Error) => void;
} {
  let resolve: (value: Value) => void = () => undefined;
  let reject: (error: Error) => void = () => undefined;
  const promise = new Promise<Value>((onResolve, onReject) => {
    resolve = onResolve;
    reject = onReject;
  });
  return { promise, resolve, reject };
}
