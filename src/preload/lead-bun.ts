import { emulatorDown, refusal } from './failures.js';
import { judgeHost } from './hosts.js';

/** The oldest version whose `node:https` asks `node:tls` for its connections; requests of older ones would go to Twilio. */
const OLDEST = [1, 4] as const;

/** As many redirects as the standard of `fetch` has. */
const MOST_REDIRECTS = 20;

/** What there is of Bun in a program that runs there. */
export interface Bun {
  readonly version: string;
}

/**
 * Leads what Bun does by itself and not by Node's modules: `fetch`. (`Bun.fetch` is another name of it, which cannot be replaced.)
 *
 * @throws Error when this Bun is too old for anything to be led.
 */
export function leadBun(bun: Bun, emulator: URL): void {
  const [major = 0, minor = 0] = bun.version.split('.').map(Number);
  if (major < OLDEST[0] || (major === OLDEST[0] && minor < OLDEST[1])) {
    throw new Error(
      `ringback/preload cannot hold requests to Twilio back on Bun ${bun.version}. It needs Bun ${OLDEST.join('.')} or newer.`,
    );
  }
  const original = globalThis.fetch;
  const lead = async (input: string | URL | Request, init?: RequestInit): Promise<Response> => {
    const url = new URL(input instanceof Request ? input.url : input);
    if (judgeHost(url.hostname) === undefined) return original(input, init);
    const request = new Request(input, init);
    const body = request.body === null ? undefined : await request.arrayBuffer();
    return follow({ url, method: request.method, headers: new Headers(request.headers), body, from: request });
  };

  /** Follows redirects by itself: Bun's own `fetch` would follow them to Twilio. */
  const follow = async ({ url, method, headers, body, from }: Sent, redirects = 0): Promise<Response> => {
    const response = await send(original, { url, method, headers, body, from }, emulator);
    const location = response.headers.get('location');
    if (location === null || response.status < 300 || response.status > 399 || from.redirect === 'manual') return response;
    if (from.redirect === 'error' || redirects === MOST_REDIRECTS)
      throw new TypeError(`${url.origin} redirects, and that was not to be followed`);
    const next = new URL(location, url);
    if (next.origin !== url.origin) headers.delete('authorization');
    const isGet = response.status === 303 || (response.status < 303 && method === 'POST');
    const sent = { url: next, method: isGet ? 'GET' : method, headers, body: isGet ? undefined : body, from };
    if (judgeHost(next.hostname) !== undefined) return follow(sent, redirects + 1);
    return original(next, { method: sent.method, headers, body: sent.body ?? null, signal: from.signal });
  };
  globalThis.fetch = Object.assign(lead, original);
}

/** A request on its way. */
interface Sent {
  readonly url: URL;
  readonly method: string;
  readonly headers: Headers;
  readonly body: ArrayBuffer | undefined;
  /** What the application has asked for. */
  readonly from: Request;
}

async function send(original: typeof fetch, { url, method, headers, body, from }: Sent, emulator: URL): Promise<Response> {
  if (judgeHost(url.hostname) !== 'led') throw refusal(url.hostname);
  headers.set('host', url.host);
  try {
    const target = new URL(url.pathname + url.search, emulator);
    const response = await original(target, { method, headers, body: body ?? null, signal: from.signal, redirect: 'manual' });
    Object.defineProperty(response, 'url', { value: url.href });
    return response;
  } catch (error) {
    if (from.signal.aborted) throw error;
    throw emulatorDown(url.hostname, emulator, error);
  }
}
