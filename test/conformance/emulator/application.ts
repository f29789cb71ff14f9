import type { AppSocket } from '../../../src/emulator/index.js';
import { isSignatureValid } from '../../../src/signature/index.js';

export const ACCOUNT = 'AC0123456789abcdef0123456789abcdef';
export const TOKEN = '0f1e2d3c4b5a69788796a5b4c3d2e1f0';

/** A request as the application of a row got it. */
export interface Received {
  readonly method: string;
  readonly url: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  /** Of the body, or of the query where it came by GET. */
  readonly params: Readonly<Record<string, string>>;
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly at: number;
}

/** A socket that was opened to it, and what came over it. */
export interface OpenedSocket {
  readonly peer: AppSocket;
  readonly request: Request;
  readonly frames: { readonly event?: string; readonly type?: string }[];
}

/** What an application answers. @param count - How often that path was asked for before. */
export type Answering = (url: URL, count: number) => Response;

/** The application of a row: it answers as the row says, and keeps what it got. */
export class Application {
  readonly received: Received[] = [];
  /** What it got, by path. */
  readonly requests: Record<string, Received[]> = {};
  readonly sockets = new Map<string, OpenedSocket>();
  readonly #answer: Answering;
  readonly #now: () => number;

  constructor(answer: Answering, now: () => number) {
    this.#answer = answer;
    this.#now = now;
  }

  readonly fetch = async (request: Request): Promise<Response> => {
    const { method } = request;
    const url = new URL(request.url);
    const { pathname: path } = url;
    const body = method === 'GET' ? '' : await request.text();
    const query = Object.fromEntries(url.searchParams);
    const params = method === 'GET' ? query : Object.fromEntries(new URLSearchParams(body));
    const headers = Object.fromEntries(request.headers);
    const got = { method, url: request.url, path, query, params, body, headers, at: this.#now() };
    this.received.push(got);
    const before = this.requests[path] ?? [];
    this.requests[path] = [...before, got];
    return this.#answer(url, before.length);
  };

  readonly socket = (peer: AppSocket, request: Request): void => {
    const opened: OpenedSocket = { peer, request, frames: [] };
    this.sockets.set(new URL(request.url).pathname, opened);
    peer.addEventListener('message', ({ data }) => opened.frames.push(JSON.parse(data)));
  };
}

/** Whether a request is signed as Twilio signs. */
export function isSigned(request: Pick<Received, 'method' | 'url' | 'headers'> & { readonly body?: string }): boolean {
  return isSignatureValid(request, { authToken: TOKEN });
}
