import { signRequest } from '../../signature/index.js';
import type { Leg } from '../calls/leg.js';
import type { Settings } from '../settings.js';
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
  return connect(url, signedUrl, request, headers, world);
}

async function connect(
  url: string,
  signedUrl: string,
  request: Request,
  headers: Readonly<Record<string, string>>,
  { settings, clock }: World,
): Promise<Socket> {
  const app = settings.findSockets(signedUrl) ?? settings.findSockets(url);
  if (app !== undefined && 'socket' in app && app.socket !== undefined) {
    const { ours, theirs } = makeSocketPair(clock);
    try {
      app.socket(theirs, request);
    } catch (error) {
      throw new WireFailure('broken', `The application threw on the upgrade: ${error instanceof Error ? error.message : String(error)}`);
    }
    return ours;
  }
  // Another server of this machine is asked as the document says: it may have no certificate.
  const server = await findServer(settings.findSockets(signedUrl) === undefined ? url : signedUrl, settings);
  try {
    return await openWs(server, { ...headers, host: new URL(signedUrl).host, 'x-forwarded-proto': 'https' }, clock);
  } catch (error) {
    throw error instanceof WireFailure && error.status !== undefined ? refusal(error.status, signedUrl) : error;
  }
}

/** Where the server of an application takes the socket, or one of this machine that a document names itself. */
async function findServer(url: string, { findApp }: Settings): Promise<string> {
  const publicUrl = url.replace(/^ws/i, 'http');
  const way = findApp(publicUrl);
  if (way === undefined) throw new WireFailure('connect', `There is no application at ${new URL(url).origin}`);
  const origin = await way.origin();
  if (origin === undefined)
    throw new WireFailure('connect', 'The application takes no sockets: give { fetch, socket }, { listener }, { server } or { url }');
  const { pathname, search } = way.targetOf(publicUrl);
  return `${origin.replace(/^http/i, 'ws')}${pathname}${search}`;
}

/** What is to be said of an upgrade that was answered with something else than 101. */
function refusal(status: number, url: string): WireFailure {
  const why =
    status === 403
      ? `. It was signed for ${url.replace(/\?.*$/s, '')} with the emulator's auth token: whoever verifies it needs that token, and that URL with wss: and without a port or path of a proxy`
      : '';
  return new WireFailure('read', `The application answered the upgrade with ${status} instead of 101${why}`, status);
}
