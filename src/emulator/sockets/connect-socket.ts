import { signRequest } from '../../signature/index.js';
import type { Leg } from '../calls/leg.js';
import { WireFailure } from '../wire/transport.js';
import type { Socket } from './socket.js';
import { makeSocketPair } from './socket-pair.js';

/**
 * Opens a socket to the application, by an upgrade that is signed for its `wss:` URL.
 *
 * @throws WireFailure when nobody takes it.
 */
export async function connectSocket(url: string, { world }: Leg): Promise<Socket> {
  const { settings, clock } = world;
  const signature = signRequest({ url, method: 'GET' }, { authToken: settings.authToken });
  const request = new Request(url.replace(/^ws/i, 'http'), {
    headers: { 'x-twilio-signature': signature, 'user-agent': 'TwilioProxy/1.1', 'sec-websocket-version': '13' },
  });
  const { app: fault } = settings.faults;
  const { drop } = (typeof fault === 'function' ? fault(request) : fault) ?? {};
  if (drop !== undefined) throw new WireFailure('connect', 'The connection was refused');
  const app = settings.findSockets(url);
  if (app === undefined || !('socket' in app) || app.socket === undefined)
    throw new WireFailure('connect', `There is no application that takes sockets at ${new URL(url).origin}`);
  const { ours, theirs } = makeSocketPair(clock);
  app.socket(theirs, request);
  return ours;
}
