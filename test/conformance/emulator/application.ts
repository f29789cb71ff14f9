import type { AppSocket } from '../../../src/emulator/index.js';
import { PUBLIC_URL } from './matches.js';
import type { Setup } from './row.js';

/** A request as the application of a row got it. */
export interface Received {
  readonly method: string;
  readonly url: string;
  readonly path: string;
  readonly body: string;
  readonly headers: Headers;
  readonly at: number;
}

/** A socket that was opened to it, and what came over it. */
export interface OpenedSocket {
  readonly peer: AppSocket;
  readonly request: Request;
  readonly frames: { readonly event?: string; readonly type?: string }[];
}

/** The application of a row, which answers what its set-up says. */
export class Application {
  readonly received: Received[] = [];
  readonly sockets = new Map<string, OpenedSocket>();
  readonly #setup: Setup;
  readonly #now: () => number;
  readonly #served = new Map<string, number>();

  constructor(setup: Setup, now: () => number) {
    this.#setup = setup;
    this.#now = now;
  }

  readonly fetch = async (request: Request): Promise<Response> => {
    const { pathname: path } = new URL(request.url);
    this.received.push({
      method: request.method,
      url: request.url,
      path,
      body: await request.text(),
      headers: request.headers,
      at: this.#now(),
    });
    const count = this.#served.get(path) ?? 0;
    this.#served.set(path, count + 1);
    const { status, type, body, location } = this.#answer(new URL(request.url), count);
    const cookie = this.#setup.setCookie?.[path];
    const headers = new Headers();
    if (type !== undefined) headers.set('content-type', type);
    if (location !== undefined) headers.set('location', location);
    if (cookie !== undefined) headers.set('set-cookie', `${cookie}; Path=/`);
    return new Response(body ?? null, { status, headers });
  };

  readonly socket = (peer: AppSocket, request: Request): void => {
    const opened: OpenedSocket = { peer, request, frames: [] };
    this.sockets.set(new URL(request.url).pathname, opened);
    peer.addEventListener('message', ({ data }) => opened.frames.push(JSON.parse(data)));
  };

  #answer(url: URL, count: number): { status: number; type?: string; body?: string | ArrayBuffer; location?: string } {
    const { errors, redirects, raw } = this.#setup;
    const path = url.pathname;
    const statuses = [errors?.[path] ?? 200].flat();
    const status = statuses[Math.min(count, statuses.length - 1)] ?? 200;
    if (status !== 200) return { status, type: 'text/plain', body: 'no' };
    const location = redirects?.[path];
    if (location !== undefined) return { status: 302, location };
    const given = raw?.[path];
    if (given?.wavSeconds !== undefined) return { status, type: given.type, body: makeWav(given.wavSeconds) };
    if (given?.sayBytes !== undefined)
      return { status, type: given.type, body: `<Response><Say>${'x'.repeat(given.sayBytes)}</Say></Response>` };
    if (given !== undefined) return { status, type: given.type, body: given.body ?? '' };
    const document = this.#findDocument(url);
    if (document !== undefined) return { status, type: 'text/xml', body: document };
    return path.endsWith('.wav') ? { status, type: 'audio/wav', body: makeWav(2) } : { status: 204 };
  }

  /** The document of this path whose query fits best. */
  #findDocument(url: URL): string | undefined {
    const fitting = Object.entries(this.#setup.documents ?? {})
      .map(([key, xml]) => ({ wanted: new URL(key, PUBLIC_URL), xml }))
      .filter(({ wanted }) => wanted.pathname === url.pathname)
      .filter(({ wanted }) => [...wanted.searchParams].every(([name, value]) => url.searchParams.get(name) === value));
    return fitting.sort((one, other) => other.wanted.searchParams.size - one.wanted.searchParams.size)[0]?.xml;
  }
}

/** Silence of so many seconds: 8000 samples a second, of eight bits. */
function makeWav(seconds: number): ArrayBuffer {
  const size = 8000 * seconds;
  const bytes = Buffer.alloc(44 + size, 128);
  bytes.write('RIFF', 0);
  bytes.writeUInt32LE(36 + size, 4);
  bytes.write('WAVEfmt ', 8);
  bytes.writeUInt32LE(16, 16);
  bytes.writeUInt16LE(1, 20);
  bytes.writeUInt16LE(1, 22);
  bytes.writeUInt32LE(8000, 24);
  bytes.writeUInt32LE(8000, 28);
  bytes.writeUInt16LE(1, 32);
  bytes.writeUInt16LE(8, 34);
  bytes.write('data', 36);
  bytes.writeUInt32LE(size, 40);
  return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer;
}
