import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Duplex } from 'node:stream';
import { rootCertificates } from 'node:tls';
import { forward, refuse, WAY } from './forward.js';
import { findRoute } from './route.js';
import { confirm, openTunnel, refuseTunnel } from './tunnel.js';
import { makeTwilioServer } from './twilio-server.js';
import { makeVariables } from './variables.js';

/** What {@link startProxy} can be told. */
export interface ProxyOptions {
  /** Where the emulator listens, such as `http://127.0.0.1:4080`. */
  readonly emulatorUrl: string;
  /** The port to listen on. @default any that is free */
  readonly port?: number;
  /** Lets programs reach other machines through the proxy, though never Twilio. @default false */
  readonly allowRemote?: boolean;
}

/** A proxy that listens. */
export interface EmulatorProxy {
  /** Where it listens, such as `http://127.0.0.1:50123`. */
  readonly url: string;
  /** A file of certificates, as PEM: the one that its own are signed by, and those that Node trusts. It is gone when the proxy is closed. */
  readonly caFile: string;
  /** The variables that lead a program through it, whatever language it is written in. */
  readonly variables: Readonly<Record<string, string>>;
  close(): Promise<void>;
}

/**
 * Starts an HTTP proxy on 127.0.0.1 for programs that are not Node. What they send to Twilio's REST API, it leads to the emulator, with
 * certificates of its own; it refuses all other hosts of twilio.com, and passes on the rest untouched.
 */
export async function startProxy({ emulatorUrl, port = 0, allowRemote = false }: ProxyOptions): Promise<EmulatorProxy> {
  const emulator = new URL(emulatorUrl);
  const { server: twilio, authority } = makeTwilioServer(emulator);
  const proxy = createServer((incoming, response) => {
    const route = findRoute(incoming.url ?? '', allowRemote);
    if (route.leads === 'nowhere') return refuse(response, 403, route.why);
    const { pathname, search } = route.target;
    if (route.leads === 'emulator') forward(incoming, response, new URL(pathname + search, emulator), WAY);
    else forward(incoming, response, route.target);
  });
  const sockets = new Set<Duplex>();
  const keep = (socket: Duplex) => {
    sockets.add(socket);
    socket.on('error', () => socket.destroy()).on('close', () => sockets.delete(socket));
  };
  proxy.on('connection', keep);
  proxy.on('connect', ({ url }: IncomingMessage, socket: Duplex, head: Buffer) => {
    const route = findRoute(`https://${url}`, allowRemote);
    if (route.leads === 'nowhere') return refuseTunnel(socket, route.why);
    if (route.leads === 'through') return keep(openTunnel(socket, head, route.target));
    confirm(socket, head);
    twilio.emit('connection', socket);
  });
  await once(proxy.listen(port, '127.0.0.1'), 'listening');

  const url = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
  const folder = await mkdtemp(join(tmpdir(), 'ringback-proxy-'));
  const caFile = join(folder, 'ca.pem');
  // Most variables replace what a program trusts, and do not add to it.
  await writeFile(caFile, [authority, ...rootCertificates].join('\n'), { mode: 0o600 });
  return {
    url,
    caFile,
    variables: makeVariables(url, caFile),
    async close() {
      const closed = once(proxy, 'close');
      proxy.close();
      for (const socket of sockets) socket.destroy();
      await closed;
      await rm(folder, { recursive: true, force: true });
    },
  };
}
