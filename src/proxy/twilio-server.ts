import { createServer, type Server } from 'node:https';
import { createSecureContext, type SecureContext } from 'node:tls';
import { judgeHost } from '../preload/hosts.js';
import { makeAuthority } from './certificates.js';
import { forward, WAY } from './forward.js';

/** What programs take for Twilio: a server of HTTPS, which listens nowhere, and is handed the sockets of tunnels. */
export interface TwilioServer {
  readonly server: Server;
  /** The certificate that its own are signed by, as PEM. */
  readonly authority: string;
}

/** Makes a server that answers in the name of Twilio's hosts with what the emulator says. */
export function makeTwilioServer(emulator: URL): TwilioServer {
  const authority = makeAuthority();
  const contexts = new Map<string, SecureContext>();
  const find = (host: string): SecureContext => {
    const context = contexts.get(host) ?? createSecureContext(authority.certify(host));
    contexts.set(host, context);
    return context;
  };
  const server = createServer(
    {
      ALPNProtocols: ['http/1.1'],
      // A client that does not say which host it wants can only want this one.
      ...authority.certify('api.twilio.com'),
      SNICallback: (host, give) =>
        judgeHost(host) === 'led' ? give(null, find(host.toLowerCase())) : give(new Error(`${host} is no host of Twilio's REST API`)),
    },
    (incoming, response) => forward(incoming, response, new URL(incoming.url ?? '/', emulator), WAY),
  );
  return { server, authority: authority.cert };
}
