import type { RequestError } from '../errors.js';
import { describeGiven } from '../request/describe-given.js';
import { readHeader } from '../request/headers.js';
import { splitUrl } from '../request/urls.js';
import type { IncomingBody, IncomingRequest } from '../webhook/incoming.js';
import { isAuthority } from '../webhook/public-url.js';
import type { Awaitable } from '../webhook/reply.js';
import { readNodeBody } from './body.js';

/** What is used of Node's `IncomingMessage`, and of what Connect, Express and serverless frameworks put on it. */
export interface NodeRequest extends AsyncIterable<Uint8Array> {
  readonly method?: string | undefined;
  readonly url?: string | undefined;
  /** The URL before a router cut its mount path off. */
  readonly originalUrl?: string | undefined;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly socket?: unknown;
  readonly readableEnded?: boolean | undefined;
  readonly readableDidRead?: boolean | undefined;
  readonly destroyed?: boolean | undefined;
  /** Whether all of it has come. */
  readonly complete?: boolean | undefined;
  readonly httpVersionMajor?: number | undefined;
  iterator?(options: { readonly destroyOnReturn: boolean }): AsyncIterable<Uint8Array>;
  /** What a body parser made. */
  readonly body?: unknown;
  /** The bytes, where a framework keeps them. */
  readonly rawBody?: unknown;
}

/** What a framework keeps beside a request. Connect and Express put it on the request itself. */
export type Kept = Pick<NodeRequest, 'originalUrl' | 'body' | 'rawBody'>;

/** What to change when a parser was there first. */
const ADVICE =
  'in Express put `express.raw({ type: () => true })` on its route, before other parsers; in NestJS create the app with `{ rawBody: true }`.';

/** How a request of a framework is taken. */
export interface Taking {
  /** @default what is on the request itself */
  readonly kept?: Kept;
  /** The line to add in that framework when a parser was there first, for the error. */
  readonly advice?: string;
  /** What the parser there found wrong with the body. */
  readonly fault?: RequestError | undefined;
}

/** Takes a request of Node's http module, or of a framework on top of it. @throws TypeError for anything else, such as a web `Request`. */
export function fromNodeRequest(request: NodeRequest, platform: readonly unknown[], taking?: Taking): IncomingRequest {
  return new NodeIncoming(request, platform, taking);
}

/** Reads the headers, once: on Express each property of a request that is asked for costs as much as reading a parameter. */
function readHeaders(request: NodeRequest): NodeRequest['headers'] {
  const headers = request?.headers;
  if (typeof headers === 'object' && !(typeof headers['get'] === 'function' && 'arrayBuffer' in request)) return headers;
  throw new TypeError(
    `Expected a request of Node's http module, and got ${describeGiven(request)}. For web Requests there is ringback/webhook.`,
  );
}

class NodeIncoming implements IncomingRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: NodeRequest['headers'];
  readonly platform: readonly unknown[];
  readonly #source: NodeRequest;
  readonly #taking: Taking | undefined;
  #request: Request | undefined;

  constructor(source: NodeRequest, platform: readonly unknown[], taking: Taking | undefined) {
    this.headers = readHeaders(source);
    this.method = (source.method ?? 'GET').toUpperCase();
    this.url = findUrl(source, this.headers, (taking?.kept ?? source).originalUrl);
    this.platform = platform;
    this.#source = source;
    this.#taking = taking;
  }

  get request(): Request {
    this.#request ??= toWebRequest(this.url, this.method, this.headers);
    return this.#request;
  }

  readBody(maxBytes: number, timeoutMs: number): Awaitable<IncomingBody> {
    const { kept = this.#source, advice = ADVICE, fault } = this.#taking ?? {};
    if (fault !== undefined) throw fault;
    return readNodeBody(this.#source, kept, { headers: this.headers, maxBytes, timeoutMs, advice });
  }
}

/**
 * The URL as the server sees it: behind a proxy it is the inner one. Of a target that names scheme and host itself, as requests to proxies do,
 * path and query alone are taken, since whoever calls writes it. Without a host that is one the URL is relative, which is refused later.
 */
function findUrl(request: NodeRequest, headers: NodeRequest['headers'], originalUrl: string | undefined): string {
  const given = originalUrl ?? request.url ?? '/';
  const absolute = given.startsWith('/') ? undefined : splitUrl(given);
  const target = absolute === undefined ? given : `${absolute.path || '/'}${absolute.query}`;
  const { socket } = request;
  const isSecure = typeof socket === 'object' && socket !== null && 'encrypted' in socket && socket.encrypted === true;
  const host = readHeader(headers, 'host') ?? readHeader(headers, ':authority') ?? 'localhost';
  return isAuthority(host) ? `${isSecure ? 'https' : 'http'}://${host}${target}` : target;
}

/** Methods that a web `Request` may not have. */
const FORBIDDEN_METHODS = ['CONNECT', 'TRACE', 'TRACK'];

/** Makes a web `Request` of the same URL, method and headers. Its body is spent already. */
export function toWebRequest(url: string, method: string, headers: NodeRequest['headers']): Request {
  return new Request(URL.canParse(url) ? url : 'http://invalid.invalid/', {
    method: FORBIDDEN_METHODS.includes(method) ? 'GET' : method,
    headers: toHeaders(headers),
  });
}

function toHeaders(source: NodeRequest['headers']): Headers {
  const headers = new Headers();
  for (const [name, values] of Object.entries(source)) {
    for (const value of [values ?? []].flat()) appendHeader(headers, name, value);
  }
  return headers;
}

/** The pseudo headers of HTTP/2, and what some test clients make up, are no headers. */
function appendHeader(headers: Headers, name: string, value: string): void {
  try {
    headers.append(name, value);
  } catch {
    // Nothing is lost: what verifies and reads a request looks at its own headers.
  }
}
