import type { Clock } from '../clock/clock.js';
import { WireFailure } from '../wire/transport.js';
import { CLOSING_MS, type Socket, type SocketListener } from './socket.js';

/** What is used of the package `ws`. It is loaded when the first socket opens, and not before. */
interface WsModule {
  readonly WebSocket: new (url: string, options: object) => WsSocket;
}

interface WsSocket {
  readonly readyState: number;
  send(text: string): void;
  close(code?: number, reason?: string): void;
  terminate(): void;
  on(type: 'open', listener: () => void): void;
  on(type: 'message', listener: (data: Uint8Array, isBinary: boolean) => void): void;
  on(type: 'close', listener: (code: number, reason: Uint8Array) => void): void;
  on(type: 'error', listener: (error: Error & { readonly code?: string }) => void): void;
  on(type: 'unexpected-response', listener: (request: Destroyable, response: { readonly statusCode?: number }) => void): void;
}

interface Destroyable {
  destroy(): void;
}

/** How long Twilio tries to connect. */
const HANDSHAKE_MS = 5000;

const OPEN = 1;

/**
 * Opens a WebSocket to a server on this machine. Node's own client cannot send the headers that sign the upgrade, which is why `ws` does it.
 *
 * @throws WireFailure when nobody takes it.
 */
export async function openWs(url: string, headers: Readonly<Record<string, string>>, clock: Clock): Promise<Socket> {
  // The compiler is kept from looking for its types: they would bring those of Node into what runs elsewhere too.
  const { WebSocket } = (await import('ws' as string)) as WsModule;
  const ws = new WebSocket(url, { headers, handshakeTimeout: HANDSHAKE_MS, perMessageDeflate: false });
  const socket = new WsEnd(ws, clock);
  await new Promise<void>((resolve, reject) => {
    ws.on('open', resolve);
    ws.on('unexpected-response', (request, { statusCode }) => {
      reject(new WireFailure('read', `The application answered the upgrade with ${statusCode ?? 'no status'} instead of 101`, statusCode));
      request.destroy();
    });
    ws.on('error', (error) => reject(describeError(error)));
  });
  return socket;
}

function describeError({ code, message }: Error & { readonly code?: string }): WireFailure {
  if (code === 'ECONNREFUSED') return new WireFailure('connect', 'The connection was refused: nobody listens there');
  if (/handshake has timed out/i.test(message))
    return new WireFailure('read', `The upgrade was not answered within ${HANDSHAKE_MS / 1000} s`);
  if (code === 'EPROTO' || code === 'ERR_SSL_WRONG_VERSION_NUMBER')
    return new WireFailure('broken', 'The server speaks no TLS, which wss:// is about');
  return new WireFailure('broken', `The upgrade failed: ${message}`);
}

class WsEnd implements Socket {
  readonly closed: Promise<void>;
  readonly #ws: WsSocket;
  readonly #clock: Clock;
  #listener: SocketListener | undefined;
  #waiting: ((listener: SocketListener) => void)[] = [];

  constructor(ws: WsSocket, clock: Clock) {
    this.#ws = ws;
    this.#clock = clock;
    ws.on('message', (data, isBinary) =>
      this.#tell((listener) => listener.message(isBinary ? new Uint8Array(data) : new TextDecoder().decode(data))),
    );
    this.closed = new Promise((resolve) => {
      ws.on('close', (code, reason) => {
        this.#tell((listener) => listener.close(code, new TextDecoder().decode(reason)));
        resolve();
      });
    });
  }

  send(text: string): void {
    if (this.#ws.readyState === OPEN) this.#ws.send(text);
  }

  close(code = 1000, reason?: string): void {
    this.#ws.close(code, reason);
    // A server that never says good-bye must not keep the process alive.
    const timer = setTimeout(() => this.#ws.terminate(), CLOSING_MS);
    void this.#clock.hold(this.closed).then(() => clearTimeout(timer));
  }

  listen(listener: SocketListener): void {
    this.#listener = listener;
    for (const tell of this.#waiting.splice(0)) tell(listener);
  }

  #tell(tell: (listener: SocketListener) => void): void {
    if (this.#listener === undefined) this.#waiting.push(tell);
    else tell(this.#listener);
  }
}
