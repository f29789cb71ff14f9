import type { World } from '../world.js';
import type { Socket, SocketListener } from './socket.js';

/** Sound comes fifty times a second: it is in the call's audio, and would bury all else among the events. */
const SOUND = /^[^[]{0,200}?"event"\s*:\s*"media"/;

/** The longest text that is looked at as JSON: what is longer is sound, or nothing that Twilio takes. */
const LONGEST_FRAME = 100_000;

/** A socket whose life and messages are events. */
export class LoggedSocket implements Socket {
  readonly #socket: Socket;
  readonly #world: World;
  readonly #callSid: string;
  readonly #opened: number;

  constructor(socket: Socket, world: World, { callSid, url }: { readonly callSid: string; readonly url: string }) {
    this.#socket = socket;
    this.#world = world;
    this.#callSid = callSid;
    this.#opened = world.log.add({ type: 'socket', callSid, url, state: 'open' });
  }

  get closed(): Promise<void> {
    return this.#socket.closed;
  }

  send(text: string): void {
    this.#note('twilio', text);
    this.#socket.send(text);
  }

  close(code?: number, reason?: string): void {
    this.#socket.close(code, reason);
  }

  listen(listener: SocketListener): void {
    this.#socket.listen({
      message: (data) => {
        this.#note('application', data);
        listener.message(data);
      },
      close: (code, reason) => {
        this.#world.log.add({ type: 'socket', callSid: this.#callSid, state: 'closed', code, causes: [this.#opened] });
        listener.close(code, reason);
      },
    });
  }

  #note(from: 'twilio' | 'application', data: string | Uint8Array): void {
    if (typeof data === 'string' && SOUND.test(data)) return;
    const frame = typeof data === 'string' ? readFrame(data) : `${data.length} bytes`;
    this.#world.log.add({ type: 'frame', callSid: this.#callSid, from, frame, causes: [this.#opened] });
  }
}

/** The message that a text is, or the text where it is none. */
function readFrame(text: string): unknown {
  if (text.length > LONGEST_FRAME) return `${text.length} letters`;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
