import { Socket } from 'node:net';
import tls from 'node:tls';
import { failLater, refusal } from './failures.js';
import { judgeHost } from './hosts.js';

/** What is read of the options of `tls.connect`. */
interface TlsOptions {
  readonly host?: string;
  readonly port?: number;
  readonly servername?: string;
  readonly socket?: Socket;
  readonly timeout?: number;
  readonly ALPNProtocols?: unknown;
}

/**
 * What applications and HTTP clients ask of a TLS connection. The emulator speaks plain HTTP, so that the connection is no such one; its
 * other end is on this machine.
 */
const disguise = {
  encrypted: true,
  authorized: true,
  authorizationError: null,
  alpnProtocol: false,
  getPeerCertificate: () => ({}),
  getPeerX509Certificate: () => undefined,
  getCertificate: () => ({}),
  getCipher: () => ({ name: 'NULL', standardName: 'NULL', version: 'TLSv1.3' }),
  getProtocol: () => 'TLSv1.3',
  getSession: () => undefined,
  getTLSTicket: () => undefined,
  isSessionReused: () => false,
  setServername: () => undefined,
} as const;

/**
 * Has every TLS connection to Twilio be a plain one to the emulator. Node's `https` and `fetch` and every copy of undici come through here,
 * so that one change leads them all, and they keep the URL, the `Host` header and all else of the request.
 */
export function leadTls(): void {
  const connect = tls.connect as (...parameters: unknown[]) => tls.TLSSocket;
  const lead = function (this: unknown, ...parameters: unknown[]): tls.TLSSocket {
    const { options, callback } = readTls(parameters);
    const host = [options.servername, options.host].find((name) => judgeHost(name) !== undefined);
    if (host === undefined) return Reflect.apply(connect, this, parameters);
    // A tunnel through a proxy is not needed.
    options.socket?.destroy();
    return openPlain(host, options, callback) as unknown as tls.TLSSocket;
  };
  Object.assign(tls, { connect: lead });
}

function openPlain(host: string, { port = 443, timeout, ALPNProtocols }: TlsOptions, callback: unknown): Socket {
  const socket = Object.assign(new Socket(), disguise);
  let isOpen = false;
  Object.defineProperty(socket, 'secureConnecting', { get: () => !isOpen && !socket.destroyed });
  if (timeout !== undefined) socket.setTimeout(timeout);
  if (typeof callback === 'function') socket.once('secureConnect', () => callback());
  socket.once('connect', () => {
    isOpen = true;
    socket.emit('secureConnect');
  });
  // Whoever speaks nothing but HTTP/2 has nobody to speak to there.
  if (!Array.isArray(ALPNProtocols) || ALPNProtocols.includes('http/1.1')) return socket.connect({ host, port });
  return failLater(socket, refusal(`${host} over HTTP/2`));
}

/** Reads what `tls.connect` is called with: options, or a port with or without a host before them. */
function readTls(parameters: readonly unknown[]): { options: TlsOptions; callback: unknown } {
  const [port, host] = parameters;
  const options: TlsOptions = Object.assign({}, ...parameters.filter((value) => typeof value === 'object'));
  return {
    options: {
      ...options,
      ...(typeof port === 'number' && { port }),
      ...(typeof host === 'string' && { host }),
    },
    callback: parameters.find((value) => typeof value === 'function'),
  };
}
