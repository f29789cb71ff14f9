import type { Clock } from '../../delivery/clock.js';
import { type FetchHandler, makeFetchTransport } from '../../delivery/fetch-transport.js';
import { isLoopback } from '../../delivery/loopback.js';
import { asFolder, makeRouter } from '../../delivery/route.js';
import type { Transport } from '../../delivery/transport.js';
import type { App, HttpServer, NodeListener } from '../options.js';
import { isWebUrl, withoutFragment } from './web-url.js';

/** The way to an application: what carries requests, and where to. */
export interface Way {
  /** What carries them. Whatever it needs of Node is loaded with the first request. */
  open(): Promise<Transport>;
  /** Where a public URL leads. @throws DeliveryError when that is another machine, and nobody allowed it. */
  targetOf(url: string): URL;
  /** Where a server of its own listens, such as `http://127.0.0.1:3000`; nothing of what is called in this process. */
  origin(): Promise<string | undefined>;
  /** Ends what was opened. */
  close(): Promise<void>;
}

/** The part of delivery that needs Node. */
interface HttpModule {
  readonly httpTransport: Transport;
  readonly makeKeptTransport: () => Transport & { close(): void };
  readonly makeListenerTransport: (listener: NodeListener) => OpenTransport;
  readonly makeServerTransport: (server: HttpServer) => OpenTransport;
}

interface OpenTransport extends Transport {
  origin(): Promise<string>;
  close(): Promise<void>;
}

/** Loaded only where it is needed. The cast keeps the compiler from following it: Node's types are not those of every runtime. */
const loadHttp = () => import('../../delivery/http.js' as string) as Promise<HttpModule>;

/** How long an application in this process may take is the wire's concern: it knows when the emulator closes. */
const TIMELESS: Clock = { now: () => performance.now(), sleep: () => new Promise(() => undefined) };

interface WayFlags {
  readonly allowRemote?: boolean | undefined;
  readonly keepAlive?: boolean | undefined;
}

/**
 * Makes the way to an application.
 *
 * @param publicUrl - Its public URL, or the origin of it.
 */
export function makeWay(app: App, publicUrl: string, flags: WayFlags): Way {
  if ('fetch' in app && typeof app.fetch === 'function') return wayInside((request) => app.fetch(request));
  if ('url' in app && typeof app.url === 'string') return wayToUrl(app.url, publicUrl, flags);
  const { server, listener } = app as { readonly server?: HttpServer; readonly listener?: NodeListener };
  return wayToServer(async () => {
    const { makeListenerTransport, makeServerTransport } = await loadHttp();
    return server === undefined ? makeListenerTransport(listener as NodeListener) : makeServerTransport(server);
  });
}

/** The way to what is no application of ours: to this machine, or anywhere where that is allowed. */
export function findOtherWay(url: string, { allowRemote = false }: { readonly allowRemote?: boolean | undefined }): Way | undefined {
  if (!isWebUrl(url) || !(allowRemote || isLoopback(new URL(url)))) return undefined;
  const target = new URL(url);
  return { ...CLOSED, open: openHttp, targetOf, origin: async () => target.origin };
}

const CLOSED = { close: async () => undefined };

async function openHttp(): Promise<Transport> {
  return (await loadHttp()).httpTransport;
}

function wayInside(handler: FetchHandler): Way {
  const transport = makeFetchTransport(handler, TIMELESS);
  return { ...CLOSED, open: async () => transport, targetOf, origin: async () => undefined };
}

function wayToUrl(url: string, publicUrl: string, flags: WayFlags): Way {
  // Both are folders: what stands behind them is the same.
  const router = makeRouter(asFolder(url), asFolder(publicUrl), flags);
  const { target } = router.first;
  const hasNoTls = /^http:/i.test(publicUrl);
  return {
    ...(flags.keepAlive === true ? wayOfKept() : { ...CLOSED, open: openHttp }),
    targetOf: (reference) => {
      const found = router.resolve(hasNoTls ? reference.replace(/^https:/i, 'http:') : reference, router.first).target;
      // The server's own credentials are for whoever is sent there.
      if (found.username === '') Object.assign(found, { username: target.username, password: target.password });
      return found;
    },
    origin: async () => target.origin,
  };
}

/** Connections that are kept are ended when the emulator is closed. */
function wayOfKept(): Pick<Way, 'open' | 'close'> {
  let opening: Promise<Transport & { close(): void }> | undefined;
  return {
    open: () => {
      opening ??= loadHttp().then(({ makeKeptTransport }) => makeKeptTransport());
      return opening;
    },
    close: async () => (await opening)?.close(),
  };
}

function wayToServer(make: () => Promise<OpenTransport>): Way {
  let opening: Promise<OpenTransport> | undefined;
  const open = () => {
    opening ??= make();
    return opening;
  };
  return {
    open,
    targetOf,
    origin: async () => (await open()).origin(),
    close: async () => (await opening)?.close(),
  };
}

function targetOf(url: string): URL {
  return new URL(withoutFragment(url));
}
