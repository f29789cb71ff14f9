import type { Clock } from '../clock/clock.js';
import type { AppSocket } from '../options.js';
import type { Socket, SocketListener } from './socket.js';

type AppListener = (event: { readonly type: string; readonly data: string; readonly code: number; readonly reason: string }) => void;

/** The usual end of a socket: https://www.rfc-editor.org/rfc/rfc6455#section-7.4.1 */
const NORMAL = 1000;

/** A WebSocket within this process: Twilio's end, and the application's. What one end sends reaches the other in a later turn. */
export function makeSocketPair(clock: Clock): { readonly ours: Socket; readonly theirs: AppSocket } {
  let isOpen = true;
  const ours = new End();
  const theirs = new AppEnd(() => isOpen);
  const later = (run: () => void) => void clock.hold(Promise.resolve().then(run));
  const close = (code = NORMAL, reason = '') => {
    if (!isOpen) return;
    isOpen = false;
    later(() => {
      ours.end(code, reason);
      theirs.emit('close', { type: 'close', data: '', code, reason });
    });
  };
  ours.connect({
    send: (text) => isOpen && later(() => theirs.emit('message', { type: 'message', data: text as string, code: 0, reason: '' })),
    close,
  });
  theirs.connect({ send: (data) => isOpen && later(() => ours.received(data)), close });
  return { ours, theirs };
}

interface Way {
  send(data: string | Uint8Array): unknown;
  close(code?: number, reason?: string): void;
}

class End implements Socket {
  readonly closed: Promise<void>;
  #settle: () => void = () => undefined;
  #way: Way | undefined;
  #listener: SocketListener | undefined;
  #waiting: ((listener: SocketListener) => void)[] = [];

  constructor() {
    this.closed = new Promise((resolve) => {
      this.#settle = resolve;
    });
  }

  connect(way: Way): void {
    this.#way = way;
  }

  send(text: string): void {
    this.#way?.send(text);
  }

  close(code?: number, reason?: string): void {
    this.#way?.close(code, reason);
  }

  listen(listener: SocketListener): void {
    this.#listener = listener;
    for (const tell of this.#waiting.splice(0)) tell(listener);
  }

  received(data: string | Uint8Array): void {
    this.#tell((listener) => listener.message(data));
  }

  end(code: number, reason: string): void {
    this.#tell((listener) => listener.close(code, reason));
    this.#settle();
  }

  #tell(tell: (listener: SocketListener) => void): void {
    if (this.#listener === undefined) this.#waiting.push(tell);
    else tell(this.#listener);
  }
}

class AppEnd implements AppSocket {
  readonly #listeners: Record<'message' | 'close', AppListener[]> = { message: [], close: [] };
  /** What came before anybody listened. */
  readonly #waiting: Parameters<AppListener>[0][] = [];
  readonly #isOpen: () => boolean;
  #way: Way | undefined;

  constructor(isOpen: () => boolean) {
    this.#isOpen = isOpen;
  }

  get readyState(): number {
    return this.#isOpen() ? 1 : 3;
  }

  connect(way: Way): void {
    this.#way = way;
  }

  send(data: string | Uint8Array): void {
    this.#way?.send(data);
  }

  close(code?: number, reason?: string): void {
    this.#way?.close(code, reason);
  }

  addEventListener(type: 'message' | 'close', listener: (event: never) => void): void {
    this.#listeners[type].push(listener as AppListener);
    if (type === 'message') for (const event of this.#waiting.splice(0)) (listener as AppListener)(event);
  }

  emit(type: 'message' | 'close', event: Parameters<AppListener>[0]): void {
    if (type === 'message' && this.#listeners.message.length === 0) this.#waiting.push(event);
    for (const listener of [...this.#listeners[type]]) listener(event);
  }
}
