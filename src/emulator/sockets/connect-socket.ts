import { signRequest } from '../../signature/index.js';
import type { Leg } from '../calls/leg.js';
import type { App } from '../options.js';
import { findServer } from '../wire/find-server.js';
import { WireFailure } from '../wire/transport.js';
import type { World } from '../world.js';
import { FaultySocket } from './faulty-socket.js';
import { LoggedSocket } from './logged-socket.js';
import type { Socket } from './socket.js';
import { makeSocketPair } from './socket-pair.js';
import { openWs } from './ws.js';

/**
 * Opens a socket to the application, by an upgrade that is signed for its `wss:` URL. While it is open, time passes as in the world: whoever is
 * at the other end has timers of their own.
 *
 * @param secondSignature - A header that carries the signature too.
 * @throws WireFailure when nobody takes it.
 */
export async function connectSocket(url: string, leg: Leg, secondSignature?: string): Promise<Socket> {
  const { world } = leg;
  const { clock, settings } = world;
  const socket = await clock.hold(open(url, secondSignature, world));
  const stopLiving = clock.live();
  world.sockets.add(socket);
  void socket.closed.then(() => {
    stopLiving();
    world.sockets.delete(socket);
  });
  const way = settings.faults.sockets === undefined ? socket : new FaultySocket(socket, world);
  return new LoggedSocket(way, world, { callSid: leg.sid, url });
}

async function open(url: string, secondSignature: string | undefined, world: World): Promise<Socket> {
  const { settings, clock } = world;
  if (!/^wss?:\/\//i.test(url) || !URL.canParse(url)) throw new WireFailure('connect', `${JSON.stringify(url)} is no wss:// URL`);
  const signedUrl = url.replace(/^ws:/i, 'wss:');
  const signature = signRequest({ url: signedUrl, method: 'GET' }, { authToken: settings.authToken });
  const headers = {
    'x-twilio-signature': signature,
    'user-agent': 'TwilioProxy/1.1',
    ...(secondSignature && { [secondSignature]: signature }),
  };
  const request = new Request(signedUrl.replace(/^ws/i, 'http'), { headers: { ...headers, 'sec-websocket-version': '13' } });
  const { app: fault } = settings.faults;
  const { drop, status, delayMs } = (typeof fault === 'function' ? fault(request) : fault) ?? {};
  if (delayMs !== undefined) await clock.release(new Promise<void>((resolve) => void clock.after(delayMs, resolve)));
  if (drop === 'refused') throw new WireFailure('connect', 'The connection was refused');
  if (drop) throw new WireFailure('broken', 'The connection broke off before the upgrade was answered');
  if (status !== undefined) throw refusal(status, signedUrl);
  const app = settings.findSockets(signedUrl) ?? settings.findSockets(url) ?? findLocal(url);
  if (app === undefined) throw new WireFailure('connect', `There is no application at ${new URL(url).origin}`);
  return connect(app, request, headers, signedUrl, world);
}

async function connect(
  app: App,
  request: Request,
  headers: Readonly<Record<string, string>>,
  url: string,
  { clock }: World,
): Promise<Socket> {
  if ('socket' in app && app.socket !== undefined) {
    const { ours, theirs } = makeSocketPair(clock);
    try {
      app.socket(theirs, request);
    } catch (error) {
      throw new WireFailure('broken', `The application threw on the upgrade: ${error instanceof Error ? error.message : String(error)}`);
    }
    return ours;
  }
  const origin = await findServer(app);
  if (origin === undefined)
    throw new WireFailure('connect', 'The application takes no sockets: give { fetch, socket }, { server } or { url }');
  const { host, pathname, search } = new URL(url);
  try {
    return await openWs(`${origin.replace(/^http/i, 'ws')}${pathname}${search}`, { ...headers, host, 'x-forwarded-proto': 'https' }, clock);
  } catch (error) {
    throw error instanceof WireFailure && error.status !== undefined ? refusal(error.status, url) : error;
  }
}

/** A server on this machine that a document names itself. */
function findLocal(url: string): App | undefined {
  const { hostname, host } = new URL(url);
  return LOCAL.includes(hostname) ? { url: `http://${host}` } : undefined;
}

const LOCAL: readonly string[] = ['localhost', '127.0.0.1', '[::1]'];

/** What is to be said of an upgrade that was answered with something else than 101. */
function refusal(status: number, url: string): WireFailure {
  const why =
    status === 403
      ? `. It was signed for ${url.replace(/\?.*$/s, '')} with the emulator's auth token: whoever verifies it needs that token, and that URL with wss: and without a port or path of a proxy`
      : '';
  return new WireFailure('read', `The application answered the upgrade with ${status} instead of 101${why}`, status);
}
