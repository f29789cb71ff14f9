import { writeFrame } from '../payloads/schema/write-frame.js';
import { logError } from './rejection.js';
import { findSocket, listenTo, listenToClose, type SocketSource } from './socket-source.js';

/** How a socket is read. */
export interface SocketOptions {
  /** Hears of everything that a listener throws. The socket stays open, and the next message is read. @default `console.error` */
  readonly onError?: ((error: unknown) => void) | undefined;
}

/** The messages of one name; those of no name that is known are `unknown`. */
type Named<Message, By extends keyof Message, Name> = Extract<Message, { readonly [Key in By]: Name extends 'unknown' ? undefined : Name }>;

/** A socket that Twilio has opened, with what goes to and fro typed. */
export interface TwilioSocket<Message, By extends keyof Message, Command> {
  /**
   * Listens to messages of one name, or to those that no name is known of (`unknown`), which are passed over otherwise. Messages are handed
   * over as they come: what a listener waits for does not hold up the next. The listener gets the socket too, to answer by.
   */
  on<const Name extends Exclude<Message[By], undefined> | 'unknown'>(
    name: Name,
    listener: (message: Named<Message, By, Name>, socket: this) => unknown,
  ): this;
  /**
   * Sends a command; what is under `frame` goes out as it is. A caller may hang up at any moment: on a socket that is closed it does nothing.
   *
   * @returns Whether the socket was open.
   * @throws TypeError when the command does not fit: Twilio would answer with an error, and end the session after some.
   */
  send(command: Command): boolean;
  /** Reads a message that came by another way than the socket's own listeners: text, bytes, or the object parsed from them. Never throws. */
  receive(data: unknown): void;
  /** Tells that the socket is closed, where it has no listeners of its own. */
  end(): void;
  /** Whether commands reach Twilio. */
  readonly isOpen: boolean;
  /** Resolves when the socket is closed: stop what still works for this caller. */
  readonly closed: Promise<void>;
  /**
   * Waits while more is to be sent than the way takes: await it between pieces of sound or text that come faster than they are played.
   *
   * @param options.below - So many bytes may wait to be sent. @default 65536
   * @returns Whether the socket is still open.
   */
  drained(options?: { readonly below?: number | undefined }): Promise<boolean>;
}

/** What is particular to a protocol. */
interface Protocol<Message, Command> {
  read(data: unknown): { readonly name: string | undefined; readonly message: Message };
  /** Is told of each command that was sent. */
  sent?(command: Command): void;
  closed?(): void;
}

/** How much may wait to be sent: half a minute of a telephone's sound. */
const BELOW_BYTES = 65_536;

/** WebSockets do not say when they have sent what waits. */
const LOOK_MS = 10;

const OPEN = 1;

/** Reads and writes a socket by a protocol. */
export function openSocket<Message, By extends keyof Message, Command extends Parameters<typeof writeFrame>[0]>(
  source: SocketSource,
  { onError = logError }: SocketOptions,
  protocol: Protocol<Message, Command>,
): TwilioSocket<Message, By, Command> {
  const socket = findSocket(source);
  const listeners = new Map<unknown, ((message: never, socket: never) => unknown)[]>();
  let hasEnded = false;
  let settle: () => void = () => undefined;
  const closed = new Promise<void>((resolve) => {
    settle = resolve;
  });
  const isOpen = () => !hasEnded && (socket.readyState ?? OPEN) <= OPEN;
  const twilioSocket: TwilioSocket<Message, By, Command> = {
    on(name, listener) {
      listeners.set(name, [...(listeners.get(name) ?? []), listener]);
      return this;
    },
    send(command) {
      const text = writeFrame(command);
      if (!isOpen()) return false;
      socket.send(text);
      protocol.sent?.(command);
      return true;
    },
    receive(data) {
      const { name = 'unknown', message } = protocol.read(data);
      // Thrown in the listener of a socket, an error would end the process.
      for (const listener of listeners.get(name) ?? [])
        (async () => listener(message as never, twilioSocket as never))().catch(onError).catch(logError);
    },
    end() {
      if (hasEnded) return;
      hasEnded = true;
      protocol.closed?.();
      settle();
    },
    get isOpen() {
      return isOpen();
    },
    closed,
    async drained({ below = BELOW_BYTES } = {}) {
      while (isOpen() && (socket.bufferedAmount ?? 0) > below) await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
      return isOpen();
    },
  };
  listenToClose(socket, () => twilioSocket.end());
  listenTo(socket, (data) => twilioSocket.receive(data));
  return twilioSocket;
}
